#include "server/workshop/erasure_rules.h"

namespace remise::workshop {

std::string_view whyNotCertified(const ReportedDrive& drive) {
    if (drive.outcome != "erased" || drive.level.empty()) return "not_erased";
    if (drive.method.empty()) return "no_method";
    if (drive.level == "purge" && !drive.purged) return "level_not_reached";
    if (drive.hidden == "left") return "hidden_area_left";
    // Behind a dock that lets nobody ask there may be sectors that nobody has written or read.
    if (drive.hidden == "unknown") return "hidden_area_unknown";
    if (drive.badSectors > 0) return "bad_sectors";
    if (!drive.verification) return "not_verified";
    const ReportedVerification& read = *drive.verification;
    if (read.startedAt < drive.writtenAt) return "verified_before_writing";
    if (read.mismatches > 0 || read.unreadable > 0) return "verification_failed";
    if (drive.bytes <= 0) return "not_whole";
    if (read.bytesRead <= 0) return "not_verified";
    if (read.method == "full_read" && read.bytesRead < drive.bytes) return "not_whole";
    // A sample is worth something where the drive's own firmware has erased; our overwriting is read back
    // whole.
    if (read.method == "sampled" && drive.level != "purge") return "sample_too_weak";
    return "";
}

}  // namespace remise::workshop
