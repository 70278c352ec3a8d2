#include "drivers/reports/lshw_drives.h"

#include <nlohmann/json.hpp>

#include "drivers/reports/drive_names.h"
#include "drivers/reports/json_reader.h"
#include "drivers/reports/text_lines.h"

namespace remise::drivers::reports {

using nlohmann::json;

namespace {

constexpr std::int64_t mostBytes = std::int64_t{1} << 60;

std::optional<std::int64_t> bytesOf(const LshwNode& node) {
    return textOf(node.said, "units") == "bytes" ? countOf(node.said, "size", mostBytes) : std::nullopt;
}

/// "7200rpm" among its capabilities.
bool turns(const LshwNode& node) {
    const json& capabilities = partOf(node.said, "capabilities");
    if (!capabilities.is_object()) return false;
    for (const auto& [capability, text] : capabilities.items())
        if (capability.ends_with("rpm")) return true;
    return false;
}

std::string makerOf(const LshwNode& node) {
    const std::string maker = nameOf(node.said, "vendor");
    return maker == "ATA" ? std::string() : maker;
}

/// A reader of cards shows one disk for each of its slots: of no size while empty, and without a number of
/// its own.
bool isEmptySlot(const LshwNode& node) {
    const bool isScsi = lowerCase(textOf(node.said, "description")) == "scsi disk";
    return isScsi && !bytesOf(node) && (node.has("removable") || !identityOf(node.said, "serial"));
}

std::optional<MediumKind> mediumKind(const LshwNode& node) {
    const auto named = mediumNamed(lowerCase(textOf(node.said, "product")));
    if (node.id() == "cdrom" || node.has("cd-r") || node.has("dvd")) return MediumKind::optical;
    if (node.id() == "floppy") return MediumKind::floppy;
    if (named) return named;
    if (isEmptySlot(node)) return MediumKind::cardReader;
    if (node.behindUsb) return MediumKind::usb;
    return {};
}

Drive driveOf(const LshwNode& node) {
    Drive drive;
    drive.device = node.device();
    drive.maker = makerOf(node);
    drive.model = nameOf(node.said, "product");
    drive.firmware = nameOf(node.said, "version");
    drive.serial = identityOf(node.said, "serial");
    drive.bytes = bytesOf(node);
    const std::string words = lowerCase(textOf(node.said, "description"));
    drive.kind = driveKindNamed(drive.device, words, lowerCase(drive.model));
    if (turns(node)) drive.kind = DriveKind::hdd;
    return drive;
}

/// A namespace says size and name; its controller, seen before it, model and serial. Of a second one, which
/// is the same drive, only the size is news.
void addNamespace(Inventory& inventory, const LshwNode& node) {
    if (inventory.drives.empty() || inventory.drives.back().kind != DriveKind::nvme) return;
    Drive& drive = inventory.drives.back();
    const auto bytes = bytesOf(node);
    if (!bytes) return;
    if (!drive.bytes) drive.device = node.device();
    drive.bytes = drive.bytes.value_or(0) + *bytes;
}

bool isController(const LshwNode& node, const std::string& type) {
    return type == "storage" && node.id() == "nvme" && !nameOf(node.said, "product").empty();
}

/// Not the boot areas of an eMMC, which go with it.
bool isEmmc(const LshwNode& node) {
    const std::string device = node.device();
    return device.starts_with("mmcblk") && device.find("boot") == std::string::npos &&
           device.find("rpmb") == std::string::npos && bytesOf(node);
}

bool isDisk(const LshwNode& node, const std::string& type) {
    const std::string id = node.id();
    if (type != "disk" || id == "medium" || id == "partition") return false;
    return id == "disk" || id == "cdrom" || id == "floppy" || isEmmc(node) ||
           (id == "virtio" && bytesOf(node));
}

}  // namespace

void addLshwDrive(Inventory& inventory, const LshwNode& node) {
    const std::string type = node.type();
    if (node.inNvme && type == "disk") return addNamespace(inventory, node);
    if (isController(node, type)) {
        inventory.drives.push_back(driveOf(node));
        inventory.drives.back().kind = DriveKind::nvme;
        return;
    }
    if (!isDisk(node, type)) return;
    if (const auto kind = mediumKind(node))
        inventory.media.push_back({node.device(), nameOf(node.said, "product"), *kind});
    else
        inventory.drives.push_back(driveOf(node));
}

}  // namespace remise::drivers::reports
