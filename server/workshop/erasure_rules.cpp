#include "server/workshop/erasure_rules.h"

#include <algorithm>

#include "server/domain/policy.h"
#include "server/domain/serials.h"
#include "server/workshop/same_drive.h"

namespace remise::workshop {

using domain::Value;

namespace {

/// A machine's clock may be slow or fast by an hour; one that is years behind gets the server's.
bool isInTime(const ErasureReport& report, const Value& job) {
    constexpr domain::Milliseconds anHour = 60 * 60 * 1000;
    const auto from = domain::parseTime(job.textOr("made_at")),
               to = domain::parseTime(job.textOr("expires_at"));
    return from && to && report.startedAt >= *from - anHour && report.startedAt <= *to + anHour;
}

}  // namespace

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
    if (drive.bytes <= 0 || !drive.isAllWritten) return "not_whole";
    if (read.bytesRead <= 0) return "not_verified";
    if (read.method == "full_read" && read.bytesRead < drive.bytes) return "not_whole";
    // A sample is worth something where the drive's own firmware has erased; our overwriting is read back
    // whole.
    constexpr std::int64_t leastPlaces = 2000, leastPart = 20;
    const bool isWide = read.places >= leastPlaces && read.bytesRead >= drive.bytes / leastPart;
    if (read.method == "sampled" && (drive.level != "purge" || !isWide)) return "sample_too_weak";
    return "";
}

std::string_view whyAnotherDrive(const ReportedDrive& drive, const Value& known) {
    return mayBeSameDrive(drive.model, drive.bytes, known, drive.hidden == "removed") ? "" : "other_drive";
}

std::string_view whyNotChecked(const ReportedDrive& drive) {
    if (!drive.verification) return "not_verified";
    const ReportedVerification& read = *drive.verification;
    if (read.mismatches > 0 || read.unreadable > 0) return "verification_failed";
    if (drive.badSectors > 0) return "bad_sectors";
    if (drive.outcome != "verified") return "not_verified";
    return drive.bytes <= 0 || read.bytesRead < drive.bytes ? "not_whole" : "";
}

std::string_view whyNotAsked(const ErasureReport& report, const ReportedDrive& drive, const Value& job,
                             std::string_view accepted, std::string_view knownMedium) {
    const Value::Array& drives = job["drives"].array();
    const auto named = std::ranges::find_if(drives, [&](const Value& one) {
        return domain::normaliseSerial(one.textOr("serial")) == domain::normaliseSerial(drive.serial);
    });
    if (named == drives.end()) return "not_in_job";
    if (report.onlyReads != (job.textOr("erase") == "check")) return "wrong_report";
    if (!isInTime(report, job)) return "out_of_time";
    if (report.onlyReads)
        return drive.verification && (drive.verification->expected != named->textOr("expected") ||
                                      drive.verification->seed != named->textOr("seed"))
                   ? "wrong_expectation"
                   : "";
    const bool isSampled = drive.verification && drive.verification->method == "sampled";
    if (isSampled && job.textOr("verification") == "full_read") return "read_in_samples";
    const bool isAccepted = domain::containsWord(accepted, drive.medium) &&
                            (knownMedium.empty() || domain::containsWord(accepted, knownMedium));
    if (drive.level == "clear" && !isAccepted) return "clear_not_accepted";
    return "";
}

}  // namespace remise::workshop
