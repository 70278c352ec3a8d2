#include "drivers/reports/raw_files.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "drivers/reports/dmidecode.h"
#include "drivers/reports/edid.h"
#include "drivers/reports/hdparm.h"
#include "drivers/reports/lsblk.h"
#include "drivers/reports/lscpu.h"
#include "drivers/reports/lshw.h"
#include "drivers/reports/lspci.h"
#include "drivers/reports/nvme.h"
#include "drivers/reports/power_supply.h"
#include "drivers/reports/read_inventory.h"
#include "drivers/reports/smartctl_json.h"
#include "drivers/reports/smartctl_text.h"
#include "drivers/reports/text_lines.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

namespace {

bool says(std::string_view text, std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
}

bool saysAll(std::string_view text, std::initializer_list<std::string_view> marks) {
    return std::all_of(marks.begin(), marks.end(), [&](std::string_view mark) { return says(text, mark); });
}

/// Its first lines, where every tool shows itself.
std::string_view headOf(std::string_view text) {
    constexpr std::size_t enough = 4096;
    return text.substr(0, enough);
}

/// Members that only this tool has, before those that others have too.
RawKind jsonKind(std::string_view text) {
    const std::string_view head = headOf(text);
    const ReportFormat format = detectFormat(text);
    if (format == ReportFormat::workbench) return RawKind::bundle;
    if (saysAll(head, {"\"id\"", "\"class\""})) return RawKind::lshw;
    if (says(text, "\"json_format_version\"") || says(text, "\"smartctl\"") || says(text, "\"info_name\""))
        return RawKind::smartctlJson;
    if (says(head, "\"lscpu\"")) return RawKind::lscpu;
    if (says(head, "\"blockdevices\"")) return RawKind::lsblk;
    if (says(head, "\"Devices\"")) return RawKind::nvmeList;
    if (saysAll(text, {"\"critical_warning\"", "\"avail_spare\""})) return RawKind::nvmeSmartLog;
    if (saysAll(text, {"\"vid\"", "\"mn\"", "\"sn\""})) return RawKind::nvmeController;
    return format == ReportFormat::unknown ? RawKind::unknown : RawKind::agent;
}

constexpr std::string_view edidMark("\x00\xFF\xFF\xFF\xFF\xFF\xFF\x00", 8);

RawKind textKind(const RawFile& file) {
    const std::string_view head = headOf(file.bytes);
    if (says(head, "# dmidecode") || says(head, "Handle 0x") || says(head, "SMBIOS "))
        return RawKind::dmidecode;
    if (file.bytes.starts_with(edidMark) || file.name.ends_with(".edid")) return RawKind::edid;
    if (says(head, "POWER_SUPPLY_NAME=")) return RawKind::powerSupply;
    if (says(head, "smartctl ") && says(head, "Copyright")) return RawKind::smartctlText;
    if (says(head, "ATA device, with")) return RawKind::hdparm;
    if (says(head, "NVME Identify Controller")) return RawKind::nvmeController;
    if (saysAll(head, {"Smart Log for NVME", "critical_warning"})) return RawKind::nvmeSmartLog;
    const ReportFormat format = detectFormat(file.bytes);
    if (format == ReportFormat::xml || format == ReportFormat::zlib) return RawKind::agent;
    if (saysAll(head, {"Architecture", "CPU", "Socket(s)"})) return RawKind::lscpu;
    if (isLspci(head)) return RawKind::lspci;
    if (file.name.ends_with("tpm.txt")) return RawKind::tpm;
    return RawKind::unknown;
}

/// Not "[loader] library loaded", which may stand before a tool's own words.
bool isJson(std::string_view text) {
    if (text[0] != '[') return text[0] == '{';
    const std::string_view inside = trimmed(text.substr(1));
    return inside.empty() || inside[0] == '{' || inside[0] == '[' || inside[0] == ']';
}

/// Of the two tools that others quote as JSON: lshw gives each part a class.
bool isPartsTree(const nlohmann::json& said) {
    const nlohmann::json& first = said.is_array() ? said.front() : said;
    return first.contains("class");
}

domain::Outcome<Inventory> withDrives(domain::Outcome<std::vector<Drive>> drives) {
    if (!drives) return drives.refusal();
    Inventory inventory;
    inventory.drives = std::move(*drives);
    return inventory;
}

domain::Outcome<Inventory> withDrive(domain::Outcome<Drive> drive, const RawFile& file) {
    if (!drive) return drive.refusal();
    if (drive->device.empty()) drive->device = deviceInName(file.name);
    return withDrives(std::vector{std::move(*drive)});
}

domain::Outcome<Inventory> withSelf(const domain::Outcome<SelfReport>& self, const RawFile& file) {
    if (!self) return self.refusal();
    Drive drive;
    drive.device = deviceInName(file.name);
    drive.kind = DriveKind::nvme;
    drive.self = *self;
    return withDrives(std::vector{std::move(drive)});
}

domain::Outcome<Inventory> withBlocks(domain::Outcome<BlockDevices> blocks) {
    if (!blocks) return blocks.refusal();
    Inventory inventory;
    inventory.drives = std::move(blocks->drives);
    inventory.media = std::move(blocks->media);
    return inventory;
}

domain::Outcome<Inventory> withProcessors(domain::Outcome<std::vector<Processor>> processors) {
    if (!processors) return processors.refusal();
    Inventory inventory;
    inventory.processors = std::move(*processors);
    return inventory;
}

Inventory withGraphics(std::vector<Graphics> graphics) {
    Inventory inventory;
    inventory.graphics = std::move(graphics);
    return inventory;
}

Inventory withBatteries(std::vector<Battery> batteries) {
    Inventory inventory;
    inventory.batteries = std::move(batteries);
    return inventory;
}

domain::Outcome<Inventory> withScreen(domain::Outcome<Screen> screen) {
    if (!screen) return screen.refusal();
    Inventory inventory;
    inventory.screens = {std::move(*screen)};
    return inventory;
}

/// The kernel's file says 1 or 2, which are 1.2 and 2.0.
domain::Outcome<Inventory> readTpm(const RawFile& file) {
    Inventory inventory;
    const auto major = smallNumber(file.bytes, 2);
    if (!major) return domain::Refusal(domain::refusals::reportField, {{"field", "tpm_version_major"}});
    inventory.tpm = *major == 2 ? "2.0" : "1.2";
    return inventory;
}

bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}

bool namesDevice(std::string_view word) {
    const auto digitAt = [&](std::size_t i) { return i < word.size() && word[i] >= '0' && word[i] <= '9'; };
    if (word.starts_with("nvme")) return digitAt(4);
    if (word.starts_with("mmcblk")) return digitAt(6);
    const bool isDisk = word.starts_with("sd") || word.starts_with("hd");
    return isDisk && word.size() >= 3 && word.size() <= 4 && isLetter(word[2]) && isLetter(word.back());
}

}  // namespace

RawKind rawKindOf(const RawFile& file) {
    if (file.said) return isPartsTree(*file.said) ? RawKind::lshw : RawKind::smartctlJson;
    std::string_view text = file.bytes;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text = trimmed(text);
    if (text.empty() || text == "[]" || text == "{}") return RawKind::empty;
    return isJson(text) ? jsonKind(text) : textKind(file);
}

domain::Outcome<Inventory> readRaw(RawKind kind, const RawFile& file) {
    switch (kind) {
        case RawKind::dmidecode:
            return readDmidecode(file.bytes);
        case RawKind::lscpu:
            return withProcessors(readLscpu(file.bytes));
        case RawKind::edid:
            return withScreen(readEdid(file.bytes));
        case RawKind::powerSupply:
            return withBatteries(readPowerSupplies(file.bytes));
        case RawKind::lspci:
            return withGraphics(readLspci(file.bytes));
        case RawKind::smartctlJson:
            return withDrives(file.said ? drivesOfSmartctl(*file.said) : readSmartctlJson(file.bytes));
        case RawKind::smartctlText:
            return withDrive(readSmartctlText(file.bytes), file);
        case RawKind::hdparm:
            return withDrive(readHdparm(file.bytes), file);
        case RawKind::nvmeController:
            return withDrive(readNvmeController(file.bytes), file);
        case RawKind::nvmeSmartLog:
            return withSelf(readNvmeSmartLog(file.bytes), file);
        case RawKind::nvmeList:
            return withDrives(readNvmeList(file.bytes));
        case RawKind::lshw:
            return file.said ? inventoryOfLshw(*file.said) : readLshw(file.bytes);
        case RawKind::lsblk:
            return withBlocks(readLsblk(file.bytes));
        case RawKind::agent:
            return readInventory(file.bytes);
        case RawKind::tpm:
            return readTpm(file);
        case RawKind::empty:
            return Inventory{};
        case RawKind::bundle:
        case RawKind::unknown:
            break;
    }
    return domain::Refusal(domain::refusals::reportUnknown);
}

std::string deviceInName(const std::string& fileName) {
    const auto slash = fileName.rfind('/');
    std::string word;
    for (const char c : fileName.substr(slash == std::string::npos ? 0 : slash + 1) + '.') {
        if (isLetter(c) || (c >= '0' && c <= '9')) {
            word += c;
            continue;
        }
        if (namesDevice(word)) return word;
        word.clear();
    }
    return {};
}

}  // namespace remise::drivers::reports
