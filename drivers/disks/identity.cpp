#include "drivers/disks/identity.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "drivers/disks/ata/identify.h"
#include "drivers/disks/nvme/identify.h"

namespace remise::drivers::disks {
namespace {

namespace fs = std::filesystem;

/// Vital product data, page 80h: four bytes of head, then the serial (SPC-4, 7.8.13).
std::string scsiSerial(const fs::path& folder) {
    const std::string page = bytesOf(folder / "device/vpd_pg80");
    return page.size() > 4 ? trimmed(std::string_view(page).substr(4)) : "";
}

/// Page 89h, "ATA information": what the drive behind a translation says of itself, from byte 60
/// (SAT-3, 12.4.2).
Identity ataBehindScsi(const fs::path& folder) {
    const std::string page = bytesOf(folder / "device/vpd_pg89");
    return page.size() < 572 ? Identity{} : identityOfAta(std::string_view(page).substr(60, 512));
}

/// What hangs on USB has a serial there, if nowhere else.
std::string usbSerial(const fs::path& folder) {
    std::error_code unknown;
    for (fs::path above = fs::canonical(folder, unknown); above.has_relative_path();
         above = above.parent_path())
        if (fs::exists(above / "idVendor")) return textOf(above / "serial");
    return {};
}

/// A drive behind a translation speaks for itself; what a SCSI drive says of ATA is nothing to go by.
Identity ofScsi(const fs::path& folder, Transport transport) {
    const Identity identity = transport == Transport::scsi ? Identity{} : ataBehindScsi(folder);
    if (!identity.serial.empty()) return identity;
    const std::string vendor = textOf(folder / "device/vendor");
    const std::string model = textOf(folder / "device/model");
    const std::string serial = scsiSerial(folder);
    return {serial.empty() && transport == Transport::usb ? usbSerial(folder) : serial,
            trimmed(vendor == "ATA" ? model : vendor + " " + model), textOf(folder / "device/rev")};
}

std::string ataText(std::string_view data, std::size_t word, std::size_t words) {
    std::string text(data.substr(word * 2, words * 2));
    for (std::size_t at = 0; at + 1 < text.size(); at += 2)
        std::swap(text[at], text[at + 1]);
    return trimmed(text);
}

}  // namespace

Identity identityOfAta(std::string_view data) {
    if (data.size() < 512) return {};
    return {ataText(data, 10, 10), ataText(data, 27, 20), ataText(data, 23, 4)};
}

Identity askIdentity(int descriptor, const fs::path& folder) {
    const Transport transport = transportOf(folder);
    if (transport == Transport::ata || transport == Transport::usb) {
        ata::PassThrough line(descriptor);
        if (const auto said = ata::identify(line)) return said->identity;
    }
    if (transport == Transport::nvme) {
        nvme::AdminQueue line(descriptor);
        if (const auto said = nvme::identify(line); said && !said->identity.serial.empty())
            return said->identity;
    }
    return identityIn(folder, transport);
}

bool isRaidVolume(const fs::path& folder, const Identity& identity) {
    // The names that controllers give: Dell, HP, Broadcom and its ancestors, IBM, Adaptec, Areca, 3ware,
    // Intel.
    constexpr std::array<std::string_view, 14> names{
        "PERC",         "LOGICAL VOLUME", "LOGICALDRV",    "MEGARAID", "MR9",  "MR8",  "SERVERAID",
        "VIRTUAL DISK", "VIRTUALDISK",    "LOGICAL DRIVE", "RAID",     "ARC-", "AMCC", "SMARTARRAY"};
    const std::string level = textOf(folder / "device/raid_level");
    if (!level.empty() && level != "N/A" && level != "HBA" && level != "unknown") return true;
    std::string model = identity.model;
    std::ranges::transform(model, model.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return std::ranges::any_of(names, [&](auto name) { return model.find(name) != std::string::npos; });
}

Transport transportOf(const fs::path& folder) {
    std::error_code unknown;
    const fs::path real = fs::canonical(folder, unknown);
    const std::string name = real.filename();
    const std::string way = real.string();
    if (name.starts_with("nvme")) return Transport::nvme;
    if (name.starts_with("mmcblk")) return Transport::mmc;
    if (name.starts_with("vd")) return Transport::virtio;
    if (name.starts_with("loop")) return Transport::loop;
    if (name.starts_with("dm-")) return Transport::mapped;
    if (!name.starts_with("sd")) return Transport::other;
    if (way.find("/usb") != std::string::npos) return Transport::usb;
    return textOf(folder / "device/vendor") == "ATA" ? Transport::ata : Transport::scsi;
}

Medium mediumOf(const fs::path& folder, Transport transport) {
    switch (transport) {
        case Transport::nvme:
            return Medium::nvme;
        case Transport::mmc:
            return textOf(folder / "device/type") == "MMC" ? Medium::emmc : Medium::other;
        case Transport::ata:
        case Transport::scsi:
        case Transport::usb:
            return numberOf(folder / "queue/rotational") == 0 ? Medium::ssd : Medium::hdd;
        default:
            return Medium::other;
    }
}

Identity identityIn(const fs::path& folder, Transport transport) {
    switch (transport) {
        case Transport::ata:
        case Transport::scsi:
        case Transport::usb:
            return ofScsi(folder, transport);
        case Transport::nvme:
            return {textOf(folder / "device/serial"), textOf(folder / "device/model"),
                    textOf(folder / "device/firmware_rev")};
        case Transport::mmc:
            return {textOf(folder / "device/serial"), textOf(folder / "device/name"),
                    textOf(folder / "device/fwrev")};
        case Transport::virtio:
            return {textOf(folder / "serial"), "virtio", {}};
        case Transport::loop:
            return {fs::path(textOf(folder / "loop/backing_file")).filename(), "loop", {}};
        case Transport::mapped:
            return {textOf(folder / "dm/name"), "mapped", {}};
        case Transport::other:
            break;
    }
    return {};
}

}  // namespace remise::drivers::disks
