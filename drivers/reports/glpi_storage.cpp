#include "drivers/reports/glpi_storage.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <nlohmann/json.hpp>

#include "drivers/reports/json_reader.h"

namespace remise::drivers::reports {

using nlohmann::json;

namespace {

std::string lower(std::string text) {
    for (char& c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

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
    std::string device = lower(textOf(storage, "name"));
    if (device.starts_with("/dev/")) device.erase(0, 5);
    return {device, lower(textOf(storage, "type")),
            lower(textOf(storage, "description") + " " + textOf(storage, "interface")),
            lower(textOf(storage, "model"))};
}

bool isUnreal(const Description& d) {
    return beginsWithAny(d.device, {"loop", "ram", "zram", "dm-", "md"}) && d.model.empty();
}

std::optional<MediumKind> mediumKind(const Description& d) {
    const std::string words = d.type + " " + d.bus;
    if (d.type == "cd" || d.type == "dvd" || beginsWithAny(d.device, {"sr", "scd"}) ||
        hasAny(words, {"cd-rom", "cdrom", "dvd", "optical", "blu-ray"}) ||
        hasAny(d.model, {"cd-rom", "cdrom", "dvd-r", "dvdrw", "dvd+-rw", "dvdram"}))
        return MediumKind::optical;
    if (hasAny(words, {"floppy", "disquette"}) || (d.device.size() == 3 && d.device.starts_with("fd")))
        return MediumKind::floppy;
    if (hasAny(d.model, {"card reader", "cardreader", "multi-card", "sd/mmc", "compact flash"}))
        return MediumKind::cardReader;
    if (hasAny(words, {"usb", "removable", "external"})) return MediumKind::usb;
    return {};
}

/// Seagate, Western Digital, Hitachi, HGST and Toshiba name turning disks after these patterns.
bool namesTurningDisk(std::string_view model) {
    if (model.starts_with("wdc ")) model.remove_prefix(4);
    const bool westernDigital =
        model.size() > 2 && model.starts_with("wd") && std::isdigit(static_cast<unsigned char>(model[2]));
    const bool seagate = model.size() > 4 && model.starts_with("st") &&
                         std::isdigit(static_cast<unsigned char>(model[2])) &&
                         std::isdigit(static_cast<unsigned char>(model[3]));
    return westernDigital || seagate ||
           beginsWithAny(model,
                         {"hitachi h", "hgst h", "hts5", "hts7", "toshiba mq", "toshiba mk", "toshiba dt0"});
}

DriveKind driveKind(const Description& d) {
    const std::string words = d.type + " " + d.bus + " " + d.model;
    if (d.device.starts_with("nvme") || hasAny(words, {"nvme"})) return DriveKind::nvme;
    if (d.device.starts_with("mmcblk")) return DriveKind::emmc;
    if (hasAny(words, {"ssd", "solid state"})) return DriveKind::ssd;
    return namesTurningDisk(d.model) ? DriveKind::hdd : DriveKind::other;
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
    drive.kind = driveKind(description);
    drive.capacityMb = countOf(storage, "disksize", mostMegabytes);
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
