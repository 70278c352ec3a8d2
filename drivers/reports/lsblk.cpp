#include "drivers/reports/lsblk.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "drivers/reports/drive_names.h"
#include "drivers/reports/json_reader.h"
#include "drivers/reports/text_lines.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

using nlohmann::json;

namespace {

bool beginsWithAny(std::string_view text, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return text.starts_with(beginning); });
}

/// Before util-linux 2.33 truth was written "1" and "0".
std::optional<bool> truthIn(const json& device, const char* member) {
    if (const auto truth = truthOf(device, member)) return truth;
    const std::string text = textOf(device, member);
    if (text == "1") return true;
    return text == "0" ? std::optional(false) : std::nullopt;
}

/// Of the devices without a parent; an eMMC's boot areas (mmcblk0boot0) look like disks of their own.
bool isMadeUp(std::string_view name) {
    return beginsWithAny(name, {"loop", "ram", "zram", "dm-", "md", "nbd"}) ||
           (name.starts_with("mmcblk") && name.find_first_not_of("0123456789", 6) != std::string_view::npos);
}

std::optional<MediumKind> mediumKind(const json& device, std::string_view name, std::string_view model) {
    if (textOf(device, "type") == "rom" || name.starts_with("sr")) return MediumKind::optical;
    if (name.starts_with("fd")) return MediumKind::floppy;
    if (const auto named = mediumNamed(model)) return named;
    if (textOf(device, "tran") == "usb") return MediumKind::usb;
    const bool isEmptySlot = truthIn(device, "rm").value_or(false) && numberOf(device, "size") == 0;
    return isEmptySlot ? std::optional(MediumKind::cardReader) : std::nullopt;
}

/// The kernel takes for turning whatever does not say that it isn't.
DriveKind kindOf(const json& device, std::string_view name, std::string_view model) {
    const DriveKind named = driveKindNamed(name, lowerCase(textOf(device, "tran")), model);
    const bool isFlash = !truthIn(device, "rota").value_or(true);
    return isFlash && (named == DriveKind::other || named == DriveKind::hdd) ? DriveKind::ssd : named;
}

std::string makerOf(const json& device) {
    std::string maker = nameOf(device, "vendor");
    return maker == "ATA" ? std::string() : maker;
}

Drive driveOf(const json& device, std::string_view name, std::string_view model) {
    Drive drive;
    drive.device = name;
    drive.maker = makerOf(device);
    drive.model = nameOf(device, "model");
    drive.firmware = nameOf(device, "rev");
    drive.serial = identityOf(device, "serial");
    drive.kind = kindOf(device, name, model);
    drive.bytes = numberOf(device, "size");
    return drive;
}

}  // namespace

domain::Outcome<BlockDevices> readLsblk(std::string_view bytes) {
    const auto said = readJsonObject(bytes);
    if (!said) return said.refusal();
    const json& list = partOf(*said, "blockdevices");
    if (!list.is_array()) return domain::Refusal(domain::refusals::reportLacks, {{"field", "blockdevices"}});
    BlockDevices found;
    for (const json& device : list) {
        const std::string name = textOf(device, "name");
        const std::string model = lowerCase(textOf(device, "model"));
        const std::string type = textOf(device, "type");
        if (name.empty() || isMadeUp(name) || (type != "disk" && type != "rom")) continue;
        if (const auto kind = mediumKind(device, name, model))
            found.media.push_back({name, nameOf(device, "model"), *kind});
        else
            found.drives.push_back(driveOf(device, name, model));
    }
    return found;
}

}  // namespace remise::drivers::reports
