#include "server/workshop/erasure_report.h"

#include <algorithm>

#include "server/domain/kinds.h"
#include "server/domain/refusals.h"
#include "server/wire/json.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::size_t mostDrives = 500;
constexpr std::string_view reportFields =
    "format=remise-erasure-1|remise-verification-1! report=uuid! job=uuid tool=text! version=text! "
    "machine=object! "
    "started_at=text! "
    "ended_at=text! drives=list!";
constexpr std::string_view verificationFields =
    "method=full_read|sampled! started_at=text! ended_at=text! bytes_read=0..9007199254740991! "
    "places=0..9007199254740991! expected=word! seed=word mismatches=0..9007199254740991! "
    "unreadable=0..9007199254740991!";

Refusal wrong(const std::string& member) {
    return Refusal(refusals::badShape, {{"why", "\"" + member + "\""}});
}

bool isOneOf(const std::string& word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The last step that was done counts: what was refused or failed before it has left nothing that matters.
Verdict readSteps(const Value& steps, const std::string& where, ReportedDrive& drive) {
    if (!steps.isArray()) return wrong(where + ".steps");
    for (const Value& step : steps.array()) {
        const auto ended = parseTime(step.textOr("ended_at"));
        if (!isWord(step.textOr("method")) || !ended) return wrong(where + ".steps");
        drive.errors += step.integerOr("errors", 0);
        if (step.textOr("result") == "done") {
            drive.method = step.textOr("method");
            drive.purged = drive.purged || drive.method.find("_sanitize_") != std::string::npos;
            const bool isWhole =
                drive.method.starts_with("overwrite_") && step.integerOr("bytes", 0) >= drive.bytes;
            drive.isAllWritten = drive.isAllWritten || drive.purged || isWhole;
        }
        // Whatever was tried may have written.
        drive.writtenAt = std::max(drive.writtenAt, *ended);
    }
    return {};
}

Outcome<ReportedVerification> readVerification(const Value& value, const std::string& where) {
    if (auto fits = checkMembers(verificationFields, value, where); !fits) return fits.refusal();
    const auto started = parseTime(value.textOr("started_at"));
    if (!started) return wrong(where + ".started_at");
    return ReportedVerification{value.textOr("method"),           value.integerOr("bytes_read", 0),
                                value.integerOr("places", 0),     value.integerOr("mismatches", 0),
                                value.integerOr("unreadable", 0), *started,
                                value.textOr("expected"),         value.textOr("seed")};
}

Outcome<ReportedDrive> readDrive(const Value& value, const std::string& where) {
    ReportedDrive drive{value.textOr("device"),
                        value.textOr("serial"),
                        value.textOr("model"),
                        value.textOr("medium"),
                        value.integerOr("bytes", -1),
                        value.integerOr("bad_sectors", -1),
                        value.textOr("outcome"),
                        value.textOr("reason"),
                        value.textOr("level"),
                        value["hidden"].textOr("state"),
                        {},
                        false,
                        false,
                        0,
                        0,
                        {}};
    if (!isOneOf(drive.medium, {"hdd", "ssd", "nvme", "emmc", "other"})) return wrong(where + ".medium");
    if (!isOneOf(drive.outcome, {"erased", "failed", "aborted", "skipped", "verified"}))
        return wrong(where + ".outcome");
    if (!isOneOf(drive.level, {"", "clear", "purge"})) return wrong(where + ".level");
    if (!isOneOf(drive.hidden, {"", "none", "removed", "left", "unknown"})) return wrong(where + ".hidden");
    if (drive.bytes < 0) return wrong(where + ".bytes");
    if (drive.badSectors < 0) return wrong(where + ".bad_sectors");
    if (auto steps = readSteps(value["steps"], where, drive); !steps) return steps.refusal();
    if (value.has("verification")) {
        auto verification = readVerification(value["verification"], where + ".verification");
        if (!verification) return verification.refusal();
        drive.verification = *verification;
    }
    return drive;
}

}  // namespace

Outcome<ErasureReport> readErasureReport(std::string_view text) {
    const auto value = wire::readJson(text);
    if (!value) return value.refusal();
    if (auto fits = checkMembers(reportFields, *value, ""); !fits) return fits.refusal();
    const auto started = parseTime(value->textOr("started_at")), ended = parseTime(value->textOr("ended_at"));
    if (!started) return wrong("started_at");
    if (!ended) return wrong("ended_at");
    ErasureReport report{value->textOr("format") == "remise-verification-1",
                         *Uuid::parse(value->textOr("report")),
                         Uuid::parse(value->textOr("job")),
                         value->textOr("tool") + " " + value->textOr("version"),
                         *started,
                         *ended,
                         {}};
    const auto& drives = (*value)["drives"].array();
    if (drives.size() > mostDrives)
        return Refusal(refusals::tooLarge, {{"limit", std::to_string(mostDrives)}});
    for (std::size_t i = 0; i < drives.size(); ++i) {
        auto drive = readDrive(drives[i], "drives." + std::to_string(i));
        if (!drive) return drive.refusal();
        report.drives.push_back(std::move(*drive));
    }
    return report;
}

}  // namespace remise::workshop
