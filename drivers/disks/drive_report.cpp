#include "drivers/disks/drive_report.h"

#include <array>

namespace remise::drivers::disks {
namespace {

using domain::Value;

constexpr std::array<std::string_view, 2> levels{"clear", "purge"};
constexpr std::array<std::string_view, 5> endings{"erased", "failed", "aborted", "skipped", "verified"};
constexpr std::array<std::string_view, 9> methods{
    "ata_sanitize_overwrite", "ata_sanitize_block",   "ata_sanitize_crypto", "ata_security_erase",
    "nvme_sanitize_block",    "nvme_sanitize_crypto", "nvme_format",         "overwrite_zero",
    "overwrite_random"};
static_assert(methods.size() == static_cast<std::size_t>(Method::overwriteRandom) + 1);
constexpr std::array<std::string_view, 5> results{"done", "refused", "failed", "timeout", "stopped"};
constexpr std::array<std::string_view, 2> extents{"full_read", "sampled"};
constexpr std::array<std::string_view, 4> hiddenStates{"none", "removed", "left", "unknown"};

template <typename Names, typename Enum>
std::string_view nameIn(const Names& names, Enum value) {
    return names.at(static_cast<std::size_t>(value));
}

Value valueOf(const Step& step) {
    Value value(Value::Object{{"method", methodName(step.method)},
                              {"started_at", domain::formatTime(step.startedAt)},
                              {"ended_at", domain::formatTime(step.endedAt)},
                              {"bytes", step.bytes},
                              {"errors", step.errors},
                              {"result", nameIn(results, step.result)}});
    if (!step.stateBefore.empty()) value["state_before"] = step.stateBefore;
    if (!step.stateAfter.empty()) value["state_after"] = step.stateAfter;
    return value;
}

Value valueOf(const Verification& verification) {
    Value value(Value::Object{{"method", nameIn(extents, verification.extent)},
                              {"started_at", domain::formatTime(verification.startedAt)},
                              {"ended_at", domain::formatTime(verification.endedAt)},
                              {"bytes_read", verification.bytes},
                              {"places", verification.places},
                              {"expected", verification.expected},
                              {"mismatches", verification.mismatches},
                              {"unreadable", verification.unreadable}});
    if (!verification.seed.empty()) value["seed"] = verification.seed;
    return value;
}

}  // namespace

std::string_view levelName(Level level) {
    return nameIn(levels, level);
}

std::string_view endingName(Ending ending) {
    return nameIn(endings, ending);
}

std::string_view methodName(Method method) {
    return nameIn(methods, method);
}

/// What only the drive's firmware reaches (spare sectors, what wear levelling put aside) needs its firmware.
/// The older commands promise less than SANITIZE does: nobody sees what they leave.
Level levelOf(Method method) {
    switch (method) {
        case Method::ataSanitizeOverwrite:
        case Method::ataSanitizeBlock:
        case Method::ataSanitizeCrypto:
        case Method::nvmeSanitizeBlock:
        case Method::nvmeSanitizeCrypto:
            return Level::purge;
        default:
            return Level::clear;
    }
}

Value valueOf(const DriveReport& report) {
    const Drive& drive = report.drive;
    Value value(Value::Object{{"device", drive.path.string()},
                              {"serial", drive.identity.serial},
                              {"model", drive.identity.model},
                              {"firmware", drive.identity.firmware},
                              {"bytes", drive.bytes},
                              {"sector", std::int64_t{drive.sector}},
                              {"medium", mediumName(drive.medium)},
                              {"outcome", endingName(report.ending)},
                              {"reason", reasonName(report.reason)},
                              {"bad_sectors", report.badSectors}});
    if (!drive.byId.empty()) value["path"] = drive.byId.string();
    if (report.ending == Ending::erased && report.level) value["level"] = levelName(*report.level);
    if (report.hidden)
        value["hidden"] = Value::Object{{"state", nameIn(hiddenStates, report.hidden->state)},
                                        {"sectors", report.hidden->sectors}};
    Value::Array steps;
    for (const Step& step : report.steps)
        steps.push_back(valueOf(step));
    value["steps"] = std::move(steps);
    if (report.verification) value["verification"] = valueOf(*report.verification);
    return value;
}

}  // namespace remise::drivers::disks
