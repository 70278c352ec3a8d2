#include "drivers/reports/smartctl_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "drivers/reports/drive_names.h"
#include "drivers/reports/json_reader.h"
#include "drivers/reports/smart_attributes.h"
#include "drivers/reports/text_lines.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

using domain::Refusal;
using nlohmann::json;

namespace {

/// The first of them that says something: SCSI drives changed the names with smartmontools 7.3.
std::string firstName(const json& said, std::initializer_list<const char*> members) {
    for (const char* member : members)
        if (std::string name = nameOf(said, member); !name.empty()) return name;
    return {};
}

/// "ATA" is what the kernel calls the maker of every SATA drive.
std::string makerOf(const json& said) {
    std::string maker = firstName(said, {"scsi_vendor", "vendor"});
    return maker == "ATA" ? std::string() : maker;
}

DriveKind kindOf(const json& said, const Drive& drive) {
    const std::string protocol = lowerCase(textOf(partOf(said, "device"), "protocol"));
    const DriveKind named = driveKindNamed(lowerCase(drive.device), protocol, lowerCase(drive.model));
    const auto turns = numberOf(said, "rotation_rate");  // 0 for what does not turn
    if (named == DriveKind::nvme || !turns) return named;
    return *turns > 0 ? DriveKind::hdd : DriveKind::ssd;
}

std::optional<std::int64_t> bytesOf(const json& said) {
    if (const auto bytes = numberOf(partOf(said, "user_capacity"), "bytes")) return bytes;
    return numberOf(said, "nvme_total_capacity");  // of several namespaces
}

/// smartctl adds what it concludes to its exit status: bit 3 the drive says it fails, bit 4 an attribute that
/// foretells failure is beyond its threshold. Both override a drive that calls itself well.
std::optional<bool> verdictOf(const json& said) {
    constexpr std::int64_t failing = 8 + 16;
    const auto status = numberOf(partOf(said, "smartctl"), "exit_status");
    if ((status.value_or(0) & failing) != 0) return false;
    return truthOf(partOf(said, "smart_status"), "passed");
}

void readAttributes(SelfReport& self, const json& said) {
    const json& table = partOf(partOf(said, "ata_smart_attributes"), "table");
    if (!table.is_array()) return;
    for (const json& row : table) {
        const auto number = numberOf(row, "id");
        if (!number) continue;
        addAttribute(self, {.number = *number,
                            .name = textOf(row, "name"),
                            .value = numberOf(row, "value"),
                            .raw = textOf(partOf(row, "raw"), "string")});
    }
}

void readNvmeLog(SelfReport& self, const json& log) {
    if (!log.is_object()) return;
    self.wearPercent = numberOf(log, "percentage_used");
    self.sparePercent = numberOf(log, "available_spare");
    self.spareThreshold = numberOf(log, "available_spare_threshold");
    self.criticalWarning = numberOf(log, "critical_warning");
}

SelfReport selfReportOf(const json& said) {
    SelfReport self;
    readAttributes(self, said);
    readNvmeLog(self, partOf(said, "nvme_smart_health_information_log"));
    // What the standards count, where the drive has it, goes before what makers count.
    for (const auto& wear : {numberOf(partOf(said, "endurance_used"), "current_percent"),
                             numberOf(said, "scsi_percentage_used_endurance_indicator")})
        if (wear) self.wearPercent = wear;
    if (const auto grown = numberOf(said, "scsi_grown_defect_list")) self.reallocated = grown;
    self.hours = numberOf(partOf(said, "power_on_time"), "hours");
    self.passed = verdictOf(said);
    return self;
}

std::optional<Drive> driveOf(const json& said) {
    Drive drive;
    drive.device = textOf(partOf(said, "device"), "name");
    drive.model = firstName(said, {"model_name", "scsi_model_name", "product", "scsi_product"});
    drive.serial = identityOf(said, "serial_number");
    if (drive.device.empty() || (drive.model.empty() && !drive.serial)) return {};
    drive.maker = makerOf(said);
    drive.firmware = firstName(said, {"firmware_version", "scsi_revision", "revision"});
    drive.kind = kindOf(said, drive);
    drive.bytes = bytesOf(said);
    drive.locked = isLocked(textOf(partOf(said, "ata_security"), "string"));
    drive.self = selfReportOf(said);
    return drive;
}

}  // namespace

domain::Outcome<std::vector<Drive>> readSmartctlJson(std::string_view bytes) {
    const auto said = readJson(bytes);
    return said ? drivesOfSmartctl(*said) : said.refusal();
}

domain::Outcome<std::vector<Drive>> drivesOfSmartctl(const json& said) {
    std::vector<Drive> drives;
    const auto add = [&](const json& one) {
        if (auto drive = driveOf(one)) drives.push_back(std::move(*drive));
    };
    if (said.is_array())
        std::ranges::for_each(said, add);
    else
        add(said);
    if (drives.empty()) return Refusal(domain::refusals::reportLacks, {{"field", "model_name"}});
    return drives;
}

}  // namespace remise::drivers::reports
