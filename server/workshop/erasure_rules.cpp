#include "server/workshop/erasure_rules.h"

namespace remise::workshop {

std::string_view whyNotCertified(const ReportedDrive& drive) {
    if (drive.outcome != "erased" || drive.level.empty()) return "not_erased";
    if (drive.method.empty()) return "no_method";
    if (drive.hidden == "left") return "hidden_area_left";
    if (drive.badSectors > 0) return "bad_sectors";
    if (!drive.verification) return "not_verified";
    const ReportedVerification& read = *drive.verification;
    if (read.startedAt < drive.writtenAt) return "verified_before_writing";
    if (read.mismatches > 0 || read.unreadable > 0) return "verification_failed";
    if (read.bytesRead <= 0) return "not_verified";
    if (read.method == "full_read" && read.bytesRead < drive.bytes) return "not_whole";
    // A sample is worth something where the drive's own firmware has erased; our overwriting is read back
    // whole.
    if (read.method == "sampled" && drive.level != "purge") return "sample_too_weak";
    return "";
}

}  // namespace remise::workshop
