#include "drivers/reports/blancco_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "drivers/reports/clean_text.h"
#include "drivers/reports/device_words.h"
#include "drivers/reports/json_reader.h"
#include "drivers/reports/text_lines.h"
#include "drivers/reports/xml_reader.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

using nlohmann::json;

namespace {

const XmlPaths paths{"blancco_data/description",
                     "blancco_data/blancco_erasure_report",
                     "blancco_data/blancco_hardware_report",
                     "report/blancco_data/description",
                     "report/blancco_data/blancco_erasure_report",
                     "report/blancco_data/blancco_hardware_report"};

/// One thing or a list of them, as a list.
std::vector<const json*> eachOf(const json& object, const char* member) {
    const json& value = partOf(object, member);
    std::vector<const json*> all;
    if (value.is_array())
        for (const json& one : value)
            all.push_back(&one);
    else if (!value.is_null())
        all.push_back(&value);
    return all;
}

/// The first place below where a member of this name has a text.
std::string findText(const json& tree, const char* member) {
    if (std::string text = textOf(tree, member); !text.empty()) return text;
    if (!tree.is_structured()) return {};
    for (const json& part : tree)
        if (std::string text = findText(part, member); !text.empty()) return text;
    return {};
}

void addMember(json& object, const std::string& name, json value) {
    const auto known = object.find(name);
    if (known == object.end())
        object[name] = std::move(value);
    else if (known->is_array())
        known->push_back(std::move(value));
    else
        *known = json::array({std::move(*known), std::move(value)});
}

/// The shape that the XML has: a list of objects becomes one object, and what repeats in it a list.
json joined(const json& said) {
    if (!said.is_structured()) return said;
    const bool isList = said.is_array();
    if (isList && !std::all_of(said.begin(), said.end(), [](const json& one) { return one.is_object(); }))
        return said;
    json object = json::object();
    const auto add = [&](const json& one) {
        for (const auto& [name, value] : one.items())
            if (!name.starts_with('@')) addMember(object, name, joined(value));
    };
    if (!isList) add(said);
    if (isList)
        for (const json& one : said)
            add(one);
    return object;
}

/// Only the plain word is a success: "Successful with exceptions" left something out.
ErasureOutcome outcomeOf(const json& erasure, const std::string& said) {
    const std::string word = lowerCase(said);
    const bool hasErrors = numberOf(erasure, "failed_sectors").value_or(0) > 0 ||
                           numberOf(erasure, "total_errors").value_or(0) > 0;
    if (word == "successful") return hasErrors ? ErasureOutcome::failed : ErasureOutcome::erased;
    const bool isStopped =
        word.starts_with("cancel") || word.starts_with("abort") || word.starts_with("interrupt");
    return isStopped ? ErasureOutcome::aborted : ErasureOutcome::failed;
}

ToolErasure erasureOf(const json& said) {
    ToolErasure erasure;
    erasure.said = textOf(said, "state");
    erasure.outcome = outcomeOf(said, erasure.said);
    erasure.method = nameOf(said, "erasure_standard_name");
    const json& target = partOf(said, "target");
    erasure.model = nameOf(target, "model");
    erasure.serial = identityOf(target, "serial");
    erasure.bytes = numberOf(target, "capacity");
    return erasure;
}

/// "successful", "failed", "not available"; a duration stands among them and is none.
void addTest(DeviceReport& report, const std::string& name, const std::string& said) {
    constexpr std::size_t most = 500;
    if (said.empty() || (said[0] >= '0' && said[0] <= '9') || report.tests.size() >= most) return;
    const std::string word = lowerCase(said);
    report.tests.push_back({cleanText(name), word == "successful" || word == "passed" ? TestOutcome::passed
                                             : word.starts_with("fail")               ? TestOutcome::failed
                                                                        : TestOutcome::notDone});
}

/// The tool that wrote last; it puts a code of integrity to what it wrote.
void readDescription(DeviceReport& report, const json& description) {
    report.id = textOf(description, "document_id");
    for (const json* entry : eachOf(partOf(description, "document_log"), "log_entry")) {
        report.toolVersion = textOf(partOf(*entry, "author"), "product_version");
        report.isSigned = !textOf(*entry, "integrity").empty();
        if (std::string name = nameOf(partOf(*entry, "author"), "product_name"); !name.empty())
            report.tool = std::move(name);
    }
}

void readHardware(DeviceReport& report, const json& hardware) {
    const json& system = partOf(hardware, "system");
    report.maker = nameOf(system, "manufacturer");
    report.model = findText(hardware, "market_name");
    if (report.model.empty()) report.model = nameOf(system, "model");
    report.serial = identityOf(system, "serial");
    for (const char* member : {"imei", "imei2"})
        addImei(report, json{{member, findText(hardware, member)}}, member);
    addLock(report, DeviceLock::account, json{{"said", findText(hardware, "find_my_iphone")}}, "said");
    addLock(report, DeviceLock::management, json{{"said", findText(hardware, "mdm_status")}}, "said");
    for (const json* tests : eachOf(hardware, "hardware_tests"))
        if (tests->is_object())
            for (const auto& [name, said] : tests->items())
                addTest(report, name, textOf(*tests, name.c_str()));
}

DeviceReport reportOf(const json& data) {
    DeviceReport report;
    report.tool = "Blancco";
    readDescription(report, partOf(data, "description"));
    readHardware(report, partOf(data, "blancco_hardware_report"));
    const json& erasures = partOf(partOf(data, "blancco_erasure_report"), "erasures");
    for (const json* erasure : eachOf(erasures, "erasure"))
        if (erasure->is_object()) report.erasures.push_back(erasureOf(*erasure));
    return report;
}

void addReport(std::vector<DeviceReport>& reports, const json& report) {
    const json& data = partOf(report, "blancco_data");
    if (data.is_object() && !data.empty()) reports.push_back(reportOf(data));
}

domain::Outcome<std::vector<DeviceReport>> reportsIn(const json& root, const char* several) {
    std::vector<DeviceReport> reports;
    addReport(reports, root);
    for (const json* report : eachOf(root, several))
        addReport(reports, *report);
    if (reports.empty()) return domain::Refusal(domain::refusals::reportLacks, {{"field", "blancco_data"}});
    return reports;
}

}  // namespace

domain::Outcome<std::vector<DeviceReport>> readBlanccoXml(std::string_view bytes) {
    const auto root = readXml(bytes, paths, XmlNames::ofAttributes);
    if (!root) return root.refusal();
    return reportsIn(*root, "report");
}

bool isBlancco(const json& said) {
    if (said.is_object() && said.contains("blancco_data")) return true;
    const json& reports = partOf(said, "reports");
    return reports.is_array() && !reports.empty() && reports[0].is_object() &&
           reports[0].contains("blancco_data");
}

domain::Outcome<std::vector<DeviceReport>> readBlanccoJson(const json& said) {
    if (!said.contains("reports")) return reportsIn(joined(said), "reports");
    json each = json::array();
    for (const json& report : partOf(said, "reports"))
        each.push_back(joined(report));
    return reportsIn(json{{"reports", std::move(each)}}, "reports");
}

}  // namespace remise::drivers::reports
