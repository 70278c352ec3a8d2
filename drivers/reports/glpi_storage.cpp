#include "drivers/reports/glpi_storage.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <nlohmann/json.hpp>

#include "drivers/reports/drive_names.h"
#include "drivers/reports/json_reader.h"
#include "drivers/reports/text_lines.h"

namespace remise::drivers::reports {

using nlohmann::json;

namespace {

bool hasAny(std::string_view text, std::initializer_list<std::string_view> marks) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

bool beginsWithAny(std::string_view text, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return text.starts_with(beginning); });
}

/// How the agents describe a storage: Linux names devices, Windows says "Fixed hard disk media" or "Removable
/// Media", the bus is in `description` or in `interface`.
struct Description {
    std::string device, type, bus, model;
};

Description describe(const json& storage) {
    std::string device = lowerCase(textOf(storage, "name"));
    if (device.starts_with("/dev/")) device.erase(0, 5);
    return {device, lowerCase(textOf(storage, "type")),
            lowerCase(textOf(storage, "description") + " " + textOf(storage, "interface")),
            lowerCase(textOf(storage, "model"))};
}

bool isUnreal(const Description& d) {
    return beginsWithAny(d.device, {"loop", "ram", "zram", "dm-", "md"}) && d.model.empty();
}

std::optional<MediumKind> mediumKind(const Description& d) {
    const std::string words = d.type + " " + d.bus;
    const auto named = mediumNamed(d.model);
    if (d.type == "cd" || d.type == "dvd" || beginsWithAny(d.device, {"sr", "scd"}) ||
        hasAny(words, {"cd-rom", "cdrom", "dvd", "optical", "blu-ray"}) || named == MediumKind::optical)
        return MediumKind::optical;
    if (hasAny(words, {"floppy", "disquette"}) || (d.device.size() == 3 && d.device.starts_with("fd")))
        return MediumKind::floppy;
    if (named) return named;
    if (hasAny(words, {"usb", "removable", "external"})) return MediumKind::usb;
    return {};
}

/// "(Standard disk drives)" is Windows' driver, not a maker.
std::string makerOf(const json& storage) {
    std::string maker = nameOf(storage, "manufacturer");
    return maker.starts_with('(') ? std::string() : maker;
}

Drive readDrive(const json& storage, const Description& description) {
    constexpr std::int64_t mostMegabytes = 1'000'000'000;
    Drive drive;
    drive.device = textOf(storage, "name");
    drive.maker = makerOf(storage);
    drive.model = nameOf(storage, "model");
    drive.firmware = nameOf(storage, "firmware");
    drive.serial = identityOf(storage, "serial");
    if (!drive.serial) drive.serial = identityOf(storage, "serialnumber");
    drive.kind =
        driveKindNamed(description.device, description.type + " " + description.bus, description.model);
    if (const auto megabytes = countOf(storage, "disksize", mostMegabytes))
        drive.bytes = *megabytes * 1'000'000;
    return drive;
}

}  // namespace

std::variant<std::monostate, Drive, Medium> classifyStorage(const json& storage) {
    const Description description = describe(storage);
    if (isUnreal(description)) return std::monostate{};
    if (const auto kind = mediumKind(description))
        return Medium{textOf(storage, "name"), nameOf(storage, "model"), *kind};
    return readDrive(storage, description);
}

}  // namespace remise::drivers::reports
