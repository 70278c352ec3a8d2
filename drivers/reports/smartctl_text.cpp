#include "drivers/reports/smartctl_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "drivers/reports/drive_names.h"
#include "drivers/reports/smart_attributes.h"
#include "drivers/reports/text_lines.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

namespace {

using std::string_view;

bool isOneOf(string_view key, std::initializer_list<string_view> keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void readIdentity(Drive& drive, const Field& field) {
    if (isOneOf(field.key, {"Device Model", "Model Number", "Product", "Device"}) && drive.model.empty())
        drive.model = nameIn(field.value);
    else if (isOneOf(field.key, {"Serial Number", "Serial number"}))
        drive.serial = identityIn(field.value);
    else if (isOneOf(field.key, {"Firmware Version", "Revision"}))
        drive.firmware = nameIn(field.value);
    else if (field.key == "Vendor" && field.value != "ATA")
        drive.maker = nameIn(field.value);
    else if (isOneOf(field.key, {"User Capacity", "Total NVM Capacity", "Namespace 1 Size/Capacity"}))
        drive.bytes = drive.bytes ? drive.bytes : wholeNumber(field.value);
}

/// "7200 rpm", "Solid State Device"; "NVMe Version" and the like are lines of NVMe drives only.
void readKind(Drive& drive, const Field& field) {
    if (field.key.starts_with("NVMe") || field.key == "Number of Namespaces")
        drive.kind = DriveKind::nvme;
    else if (field.key == "Rotation Rate")
        drive.kind = field.value.starts_with("Solid") ? DriveKind::ssd
                     : wholeNumber(field.value)       ? DriveKind::hdd
                                                      : drive.kind;
}

std::optional<std::int64_t> bitsIn(string_view text) {
    if (!text.starts_with("0x")) return wholeNumber(text);
    std::int64_t bits = 0;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), bits, 16);
    return error == std::errc{} ? std::optional(bits) : std::nullopt;
}

/// "PASSED", "FAILED!" or "UNKNOWN!", and SCSI's "OK" or what is wrong.
void readVerdict(SelfReport& self, const Field& field) {
    if (field.key == "SMART overall-health self-assessment test result") {
        if (field.value.starts_with("PASSED")) self.passed = true;
        if (field.value.starts_with("FAILED")) self.passed = false;
    } else if (field.key == "SMART Health Status")
        self.passed = field.value == "OK";
}

void readCounts(SelfReport& self, const Field& field) {
    const std::array<std::pair<string_view, std::optional<std::int64_t> SelfReport::*>, 7> counts{{
        {"Available Spare", &SelfReport::sparePercent},
        {"Available Spare Threshold", &SelfReport::spareThreshold},
        {"Percentage Used", &SelfReport::wearPercent},
        {"Percentage used endurance indicator", &SelfReport::wearPercent},
        {"Power On Hours", &SelfReport::hours},
        {"Accumulated power on time, hours", &SelfReport::hours},
        {"Elements in grown defect list", &SelfReport::reallocated},
    }};
    for (const auto& [key, count] : counts)
        if (field.key == key) self.*count = wholeNumber(field.value);
    if (field.key == "Critical Warning") self.criticalWarning = bitsIn(field.value);
    // "Accumulated power on time, hours:minutes 43549:33": the key has a colon of its own.
    if (field.key == "Accumulated power on time, hours" && field.value.starts_with("minutes "))
        self.hours = wholeNumber(field.value.substr(8));
}

std::vector<string_view> wordsOf(string_view line) {
    std::vector<string_view> words;
    while (!(line = trimmed(line)).empty()) {
        words.push_back(line.substr(0, std::min(line.find_first_of(" \t"), line.size())));
        line.remove_prefix(words.back().size());
    }
    return words;
}

/// "  5 Reallocated_Sector_Ct   0x0033   100   100   036    Pre-fail  Always       -       0". With `-f
/// brief` flags are letters and types are left out; what follows the threshold differs, the last columns do
/// not.
void readAttributeRow(SelfReport& self, string_view line) {
    const auto words = wordsOf(line);
    constexpr std::size_t fewest = 8;
    const bool isRow = words.size() >= fewest && smallNumber(words[0], 255) && words[1].size() > 2 &&
                       wholeNumber(words[3]) && wholeNumber(words[4]);
    if (!isRow) return;
    const bool isBrief = !words[2].starts_with("0x");
    const std::size_t failed = isBrief ? 6 : 8;  // column WHEN_FAILED
    if (words.size() <= failed + 1) return;
    addAttribute(self, {.number = *smallNumber(words[0], 255),
                        .name = std::string(words[1]),
                        .value = wholeNumber(words[3]),
                        .raw = std::string(words[failed + 1])});
    // Beyond its threshold now: an attribute that foretells failure is the drive's verdict, as smartctl has
    // it.
    const bool foretells = isBrief ? words[2].starts_with('P') : words[6] == "Pre-fail";
    if (foretells && isOneOf(words[failed], {"FAILING_NOW", "NOW"})) self.passed = false;
}

}  // namespace

domain::Outcome<Drive> readSmartctlText(string_view text) {
    Drive drive;
    for (const string_view line : linesOf(text)) {
        readAttributeRow(drive.self, line);
        const auto field = fieldOf(line);
        if (!field) continue;
        readIdentity(drive, *field);
        readKind(drive, *field);
        if (field->key == "ATA Security is") drive.locked = isLocked(field->value);
        readVerdict(drive.self, *field);
        readCounts(drive.self, *field);
    }
    if (drive.model.empty() && !drive.serial)
        return domain::Refusal(domain::refusals::reportLacks, {{"field", "Device Model"}});
    if (drive.kind == DriveKind::other) drive.kind = driveKindNamed("", "", lowerCase(drive.model));
    return drive;
}

}  // namespace remise::drivers::reports
