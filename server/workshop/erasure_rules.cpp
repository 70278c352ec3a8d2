#include "server/workshop/erasure_rules.h"

#include <algorithm>
#include <cctype>

#include "server/domain/policy.h"
#include "server/domain/serials.h"

namespace remise::workshop {

using domain::Value;

namespace {

/// "WDC WD5000LPLX-0" and "WD5000LPLX": tools leave out the maker, docks cut off the end.
bool isSameModel(const std::string& one, const std::string& other) {
    const auto bare = [](const std::string& model) {
        std::string kept;
        for (const unsigned char c : model)
            if (std::isalnum(c)) kept += static_cast<char>(std::toupper(c));
        return kept;
    };
    const std::string a = bare(one), b = bare(other);
    return a.empty() || b.empty() || a.find(b) != a.npos || b.find(a) != b.npos;
}

/// Inventories count in thousands or in 1,024, and round. What a drive was told to hide makes it larger.
bool isSameSize(const ReportedDrive& drive, std::int64_t knownMegabytes) {
    constexpr std::int64_t mega = 1'000'000, percent = 100, tolerance = 8;
    const std::int64_t megabytes = drive.bytes / mega;
    if (knownMegabytes <= 0) return true;
    const bool isSmaller = megabytes * percent < knownMegabytes * (percent - tolerance);
    const bool isLarger = megabytes * percent > knownMegabytes * (percent + tolerance) + percent;
    return !isSmaller && (!isLarger || drive.hidden == "removed");
}

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
    const bool isSame = isSameModel(drive.model, known.textOr("model")) &&
                        isSameSize(drive, known.integerOr("capacity_mb", 0));
    return isSame ? "" : "other_drive";
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
                             std::string_view accepted) {
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
    if (drive.level == "clear" && !domain::containsWord(accepted, drive.medium)) return "clear_not_accepted";
    return "";
}

}  // namespace remise::workshop
