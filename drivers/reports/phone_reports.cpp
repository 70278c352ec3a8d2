#include "drivers/reports/phone_reports.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "drivers/reports/clean_text.h"
#include "drivers/reports/device_words.h"
#include "drivers/reports/json_reader.h"
#include "drivers/reports/text_lines.h"

namespace remise::drivers::reports {

using nlohmann::json;

namespace {

/// The objects of a list that have a member; of an object itself, alone.
std::vector<const json*> objectsWith(const json& said, std::initializer_list<const char*> members) {
    std::vector<const json*> found;
    const auto hasAll = [&](const json& one) {
        return one.is_object() && std::all_of(members.begin(), members.end(),
                                              [&](const char* member) { return one.contains(member); });
    };
    if (hasAll(said)) found.push_back(&said);
    if (said.is_array())
        for (const json& one : said)
            if (hasAll(one)) found.push_back(&one);
    return found;
}

std::vector<const json*> phonecheckDevices(const json& said) {
    return objectsWith(said, {"IMEI", "Working"});
}

std::vector<const json*> m360Records(const json& said) {
    const json& data = partOf(said, "data");
    const json& records = partOf(data.is_object() ? data : said, "records");
    return objectsWith(records.is_array() ? records : said, {"sessionId", "connectionTime"});
}

/// "Front Camera,Proximity Sensor".
void addTests(DeviceReport& report, const json& device, const char* member, TestOutcome outcome) {
    const json& said = partOf(device, member);
    std::string_view names = said.is_string() ? std::string_view(said.get_ref<const std::string&>()) : "";
    constexpr std::size_t most = 500;
    while (!names.empty() && report.tests.size() < most) {
        const auto end = std::min(names.find(','), names.size());
        if (std::string name = cleanText(names.substr(0, end)); !name.empty())
            report.tests.push_back({std::move(name), outcome});
        names.remove_prefix(std::min(end + 1, names.size()));
    }
}

/// Told by one word; the word "Erased" may also be empty where nobody tried.
void addErasure(DeviceReport& report, const json& device) {
    const std::string said = textOf(device, "Erased");
    const auto answer = answerIn(said);
    if (!answer) return;
    ToolErasure erasure;
    erasure.outcome = *answer ? ErasureOutcome::erased : ErasureOutcome::skipped;
    erasure.said = said;
    report.erasures.push_back(std::move(erasure));
}

DeviceReport phonecheckReport(const json& device) {
    DeviceReport report;
    report.tool = "Phonecheck";
    report.maker = nameOf(device, "Make");
    report.model = nameOf(device, "Model");
    report.serial = identityOf(device, "Serial");
    for (const char* member : {"IMEI", "IMEI2"})
        addImei(report, device, member);
    addLock(report, DeviceLock::account, device, "DeviceLock");
    addLock(report, DeviceLock::management, device, "MDM");
    addTests(report, device, "Passed", TestOutcome::passed);
    addTests(report, device, "Failed", TestOutcome::failed);
    addTests(report, device, "Pending", TestOutcome::notDone);
    report.batteryPercent = percentOf(device, "BatteryHealthPercentage");
    report.grade = textOf(device, "Grade");
    addErasure(report, device);
    return report;
}

DeviceReport m360Report(const json& record) {
    DeviceReport report;
    report.tool = "M360";
    report.id = textOf(record, "sessionId");
    report.maker = nameOf(record, "brand");
    if (report.maker.empty()) report.maker = nameOf(record, "manufacturer");
    report.model = nameOf(record, "marketingName");
    if (report.model.empty()) report.model = nameOf(record, "modelName");
    report.serial = identityOf(record, "serial");
    for (const char* member : {"imei", "imei2"})
        addImei(report, record, member);
    addLock(report, DeviceLock::account, record, "frpState");
    addLock(report, DeviceLock::management, record, "MDMState");
    addLock(report, DeviceLock::network, record, "simLock");
    report.batteryPercent = percentOf(record, "batteryHealthPercent");
    return report;
}

std::vector<DeviceReport> each(const std::vector<const json*>& devices,
                               DeviceReport (*read)(const json& device)) {
    std::vector<DeviceReport> reports;
    for (const json* device : devices)
        reports.push_back(read(*device));
    return reports;
}

}  // namespace

bool isPhonecheck(const json& said) {
    return !phonecheckDevices(said).empty();
}

std::vector<DeviceReport> readPhonecheck(const json& said) {
    return each(phonecheckDevices(said), phonecheckReport);
}

bool isM360(const json& said) {
    return !m360Records(said).empty();
}

std::vector<DeviceReport> readM360(const json& said) {
    return each(m360Records(said), m360Report);
}

}  // namespace remise::drivers::reports
