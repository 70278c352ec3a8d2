#include "drivers/reports/nvme.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "drivers/reports/json_reader.h"
#include "drivers/reports/text_lines.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

using domain::Refusal;
using nlohmann::json;

namespace {

/// Both forms as one: what is text becomes members of the same kind.
domain::Outcome<json> fieldsOf(std::string_view bytes) {
    if (trimmed(bytes).starts_with('{')) return readJsonObject(bytes);
    json fields = json::object();
    for (const std::string_view line : linesOf(bytes))
        if (const auto field = fieldOf(line))
            fields.emplace(std::string(field->key), std::string(field->value));
    return fields;
}

/// "100%", "2,401" or 2401, under the name that JSON or text has for it.
std::optional<std::int64_t> countIn(const json& fields, const char* inJson, const char* inText) {
    const std::string said = textOf(fields, inJson);
    return wholeNumber(said.empty() ? textOf(fields, inText) : said);
}

/// A number, "0x4", or with its bits spelt out an object whose `value` it is.
std::optional<std::int64_t> warningIn(const json& fields) {
    const json& said = partOf(fields, "critical_warning");
    const std::string text = said.is_object() ? textOf(said, "value") : textOf(fields, "critical_warning");
    if (!text.starts_with("0x")) return wholeNumber(text);
    std::int64_t bits = 0;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), bits, 16);
    return error == std::errc{} ? std::optional(bits) : std::nullopt;
}

Drive driveNamed(const json& fields, const char* model, const char* serial, const char* firmware) {
    Drive drive;
    drive.model = nameOf(fields, model);
    drive.serial = identityOf(fields, serial);
    drive.firmware = nameOf(fields, firmware);
    drive.kind = DriveKind::nvme;
    return drive;
}

void addBytes(Drive& drive, const json& nameSpace) {
    const auto bytes = numberOf(nameSpace, "PhysicalSize");
    constexpr std::int64_t likely = std::int64_t{1} << 55;
    if (bytes && *bytes < likely && drive.bytes.value_or(0) < likely)
        drive.bytes = drive.bytes.value_or(0) + *bytes;
}

/// 2.x tells namespaces below their controller, and below the subsystem when several controllers share them.
void addNamespaces(Drive& drive, const json& owner) {
    const json& spaces = partOf(owner, "Namespaces");
    if (!spaces.is_array()) return;
    for (const json& nameSpace : spaces) {
        addBytes(drive, nameSpace);
        if (drive.device.empty()) drive.device = textOf(nameSpace, "NameSpace");
    }
}

void addController(std::vector<Drive>& drives, const json& controller, const json& subsystem) {
    Drive drive = driveNamed(controller, "ModelNumber", "SerialNumber", "Firmware");
    addNamespaces(drive, controller);
    if (drive.device.empty()) addNamespaces(drive, subsystem);
    if (drive.device.empty()) drive.device = textOf(controller, "Controller");
    drives.push_back(std::move(drive));
}

/// 1.x lists namespaces: those of one drive share its serial number.
void addDevice(std::vector<Drive>& drives, const json& device) {
    Drive drive = driveNamed(device, "ModelNumber", "SerialNumber", "Firmware");
    drive.device = textOf(device, "DevicePath");
    const auto known = std::find_if(drives.begin(), drives.end(), [&](const Drive& other) {
        return drive.serial && other.serial == drive.serial && other.model == drive.model;
    });
    if (known != drives.end())
        addBytes(*known, device);
    else
        addBytes(drives.emplace_back(std::move(drive)), device);
}

const json& listIn(const json& object, const char* member) {
    static const json none = json::array();
    const json& list = partOf(object, member);
    return list.is_array() ? list : none;
}

}  // namespace

domain::Outcome<std::vector<Drive>> readNvmeList(std::string_view bytes) {
    const auto said = readJsonObject(bytes);
    if (!said) return said.refusal();
    if (!said->contains("Devices")) return Refusal(domain::refusals::reportLacks, {{"field", "Devices"}});
    std::vector<Drive> drives;
    for (const json& device : listIn(*said, "Devices")) {
        if (!device.is_object()) continue;
        if (!device.contains("Subsystems")) addDevice(drives, device);
        for (const json& subsystem : listIn(device, "Subsystems"))
            for (const json& controller : listIn(subsystem, "Controllers"))
                addController(drives, controller, subsystem);
    }
    std::erase_if(drives, [](const Drive& drive) { return drive.model.empty() && !drive.serial; });
    return drives;
}

domain::Outcome<Drive> readNvmeController(std::string_view bytes) {
    const auto fields = fieldsOf(bytes);
    if (!fields) return fields.refusal();
    Drive drive = driveNamed(*fields, "mn", "sn", "fr");
    if (drive.model.empty() && !drive.serial)
        return Refusal(domain::refusals::reportLacks, {{"field", "mn"}});
    drive.bytes = countIn(*fields, "tnvmcap", "tnvmcap");
    return drive;
}

domain::Outcome<SelfReport> readNvmeSmartLog(std::string_view bytes) {
    const auto fields = fieldsOf(bytes);
    if (!fields) return fields.refusal();
    SelfReport self;
    self.criticalWarning = warningIn(*fields);
    if (!self.criticalWarning) return Refusal(domain::refusals::reportLacks, {{"field", "critical_warning"}});
    self.sparePercent = countIn(*fields, "avail_spare", "available_spare");
    self.spareThreshold = countIn(*fields, "spare_thresh", "available_spare_threshold");
    self.wearPercent = countIn(*fields, "percent_used", "percentage_used");
    self.hours = countIn(*fields, "power_on_hours", "power_on_hours");
    return self;
}

}  // namespace remise::drivers::reports
