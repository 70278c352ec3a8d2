#include "drivers/reports/report.h"

#include <algorithm>
#include <numeric>

namespace remise::drivers::reports {

namespace {

bool isZlib(std::string_view bytes) {
    if (bytes.size() < 2) return false;
    const unsigned method = static_cast<unsigned char>(bytes[0]);
    const unsigned flags = static_cast<unsigned char>(bytes[1]);
    return (method & 0x0F) == 8 && (method >> 4) <= 7 && (method * 256 + flags) % 31 == 0;  // RFC 1950
}

std::string_view withoutMarkAndBlanks(std::string_view text) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

bool says(std::string_view text, std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
}

/// Its format stands as a member; what its files quote has its quotation marks escaped.
bool isBundle(std::string_view text) {
    constexpr std::string_view member = "\"format\"";
    constexpr std::string_view blanks = " \t\r\n";
    for (auto at = text.find(member); at != text.npos; at = text.find(member, at + 1)) {
        std::string_view after = text.substr(at + member.size());
        after.remove_prefix(std::min(after.find_first_not_of(blanks), after.size()));
        if (!after.starts_with(':')) continue;
        after.remove_prefix(1);
        after.remove_prefix(std::min(after.find_first_not_of(blanks), after.size()));
        if (after.starts_with("\"remise-inventory-")) return true;
    }
    return false;
}

bool saysBoth(std::string_view text, std::string_view one, std::string_view other) {
    return says(text, one) && says(text, other);
}

/// By members that these tools have in every report.
bool isDiagnosis(std::string_view text) {
    if (text.starts_with('<')) return says(text.substr(0, 4096), "<blancco_data");
    return says(text, "\"blancco_data\"") || saysBoth(text, "\"IMEI\"", "\"Working\"") ||
           saysBoth(text, "\"sessionId\"", "\"connectionTime\"");
}

}  // namespace

ReportFormat detectFormat(std::string_view bytes) {
    const std::string_view text = withoutMarkAndBlanks(bytes);
    if (text.starts_with('{')) {
        if (isBundle(text)) return ReportFormat::workbench;
        if (saysBoth(text, "\"content\"", "\"deviceid\"")) return ReportFormat::glpiJson;
        if (saysBoth(text, "\"Snapshot\"", "\"software\"")) return ReportFormat::workbench;
        return isDiagnosis(text) ? ReportFormat::diagnostics : ReportFormat::unknown;
    }
    if (text.starts_with('<')) return isDiagnosis(text) ? ReportFormat::diagnostics : ReportFormat::xml;
    if (text.starts_with('[') && isDiagnosis(text)) return ReportFormat::diagnostics;
    if (says(text, "notice: Found /dev/") || (says(text, "nwipe") && says(text, "notice:")))
        return ReportFormat::nwipeLog;
    return isZlib(bytes) ? ReportFormat::zlib : ReportFormat::unknown;
}

std::string_view driveKindName(DriveKind kind) {
    switch (kind) {
        case DriveKind::hdd:
            return "hdd";
        case DriveKind::ssd:
            return "ssd";
        case DriveKind::nvme:
            return "nvme";
        case DriveKind::emmc:
            return "emmc";
        case DriveKind::other:
            break;
    }
    return "other";
}

std::string_view mediumKindName(MediumKind kind) {
    switch (kind) {
        case MediumKind::optical:
            return "optical";
        case MediumKind::floppy:
            return "floppy";
        case MediumKind::cardReader:
            return "card_reader";
        case MediumKind::usb:
            break;
    }
    return "usb";
}

std::string_view driveHealthName(DriveHealth health) {
    switch (health) {
        case DriveHealth::ok:
            return "ok";
        case DriveHealth::worn:
            return "worn";
        case DriveHealth::failing:
            return "failing";
        case DriveHealth::unknown:
            break;
    }
    return "unknown";
}

std::string_view testOutcomeName(TestOutcome outcome) {
    switch (outcome) {
        case TestOutcome::passed:
            return "passed";
        case TestOutcome::failed:
            return "failed";
        case TestOutcome::notDone:
            break;
    }
    return "not_done";
}

std::string_view lockName(Lock lock) {
    switch (lock) {
        case Lock::powerOnPassword:
            return "power_on_password";
        case Lock::administratorPassword:
            return "administrator_password";
        case Lock::ownerAccount:
            return "owner_account";
        case Lock::management:
            return "management";
        case Lock::network:
            return "network";
        case Lock::drivePassword:
            break;
    }
    return "drive_password";
}

std::optional<int> Battery::healthPercent() const {
    if (!designMwh || !fullMwh || *designMwh <= 0) return {};
    const std::int64_t percent = *fullMwh * 100 / *designMwh;
    constexpr std::int64_t nonsenseAbove = 150;
    if (percent > nonsenseAbove) return {};
    return static_cast<int>(std::min<std::int64_t>(percent, 100));
}

std::optional<std::int64_t> Inventory::installedBytes() const {
    if (modules.empty()) return memoryBytes;
    return std::accumulate(modules.begin(), modules.end(), std::int64_t{0},
                           [](std::int64_t sum, const MemoryModule& module) { return sum + module.bytes; });
}

std::optional<int> Inventory::batteryHealth() const {
    std::optional<int> worst = batteryPercent;
    for (const Battery& battery : batteries)
        if (const auto health = battery.healthPercent()) worst = std::min(worst.value_or(100), *health);
    return worst;
}

}  // namespace remise::drivers::reports
