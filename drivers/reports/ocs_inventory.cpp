#include "drivers/reports/ocs_inventory.h"

#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "drivers/reports/agent_content.h"
#include "drivers/reports/json_reader.h"
#include "drivers/reports/text_lines.h"
#include "drivers/reports/xml_reader.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

using domain::Refusal;
using nlohmann::json;

namespace {

const XmlPaths head{"query", "deviceid"};

/// No accounts, processes, software or environment: what is not named here is not even held in memory.
const XmlPaths whole{
    "query",          "deviceid",         "content/bios",     "content/hardware", "content/operatingsystem",
    "content/cpus",   "content/memories", "content/storages", "content/networks", "content/batteries",
    "content/videos", "content/monitors", "content/simcards", "content/modems"};

constexpr std::array objectSections{"bios", "hardware", "operatingsystem"};
constexpr std::array listSections{"cpus",   "memories", "storages", "networks", "batteries",
                                  "videos", "monitors", "simcards", "modems"};

/// An empty element is read as a text: here it is a thing of which nothing is said.
json asObject(json value) {
    if (value.is_array()) value = value.empty() ? json() : std::move(value.front());
    return value.is_object() ? std::move(value) : json::object();
}

json asList(json value) {
    json list = json::array();
    if (!value.is_array()) value = json::array({std::move(value)});
    for (json& entry : value)
        if (entry.is_object()) list.push_back(std::move(entry));
    return list;
}

/// The native JSON calls it `mac`, and its flags are no texts.
void renameNetwork(json& network) {
    if (const auto mac = network.find("macaddr"); mac != network.end()) network["mac"] = *mac;
    network["virtualdev"] = textOf(network, "virtualdev") == "1";
}

/// "wd0a": the drive wd0, of which a partition is meant.
std::string driveOfPartition(const std::string& name) {
    const auto number = name.find_first_of("0123456789");
    const auto last = name.find_first_not_of("0123456789", number);
    const bool isPartition = number >= 2 && number != std::string::npos && last != std::string::npos &&
                             last + 1 == name.size() && name[last] >= 'a' && name[last] <= 'p' &&
                             name.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == number;
    return isPartition ? name.substr(0, last) : std::string();
}

/// On BSD the agents list partitions, by their names alone. Each drive is there once, whatever is on it.
json joinPartitions(const json& storages) {
    json joined = json::array();
    std::set<std::string> drives;
    for (json storage : storages) {
        const std::string drive = storage.size() == 1 ? driveOfPartition(textOf(storage, "description")) : "";
        if (!drive.empty()) {
            if (!drives.insert(drive).second) continue;
            storage = {{"name", drive}};
        }
        joined.push_back(std::move(storage));
    }
    return joined;
}

/// The same sections under the same names as in the native JSON, in its shape.
json inShape(json content) {
    if (!content.is_object()) content = json::object();
    for (const char* name : objectSections)
        if (content.contains(name)) content[name] = asObject(std::move(content[name]));
    for (const char* name : listSections)
        if (content.contains(name)) content[name] = asList(std::move(content[name]));
    if (content.contains("networks"))
        for (json& network : content["networks"])
            renameNetwork(network);
    if (content.contains("storages")) content["storages"] = joinPartitions(content["storages"]);
    return content;
}

/// The older agents name the only kind of processor in HARDWARE.
void completeProcessors(json& content) {
    if (!content["hardware"].is_object()) return;
    const json& hardware = content["hardware"];
    json& cpus = content["cpus"];
    if (!cpus.is_array() || cpus.empty()) cpus = json::array({json::object()});
    const std::string name = textOf(hardware, "processort"), speed = textOf(hardware, "processors");
    json& first = cpus.front();
    if (textOf(first, "name").empty() && !name.empty()) first["name"] = name;
    if (textOf(first, "speed").empty() && !speed.empty()) first["speed"] = speed;
    if (first.empty()) content.erase("cpus");
}

domain::Outcome<json> readRequest(std::string_view xml, const XmlPaths& paths) {
    auto request = readXml(xml, paths);
    if (!request) return request;
    if (!request->is_object() || textOf(*request, "query").empty())
        return Refusal(domain::refusals::reportLacks, {{"field", "QUERY"}});
    return request;
}

}  // namespace

domain::Outcome<std::string> readOcsQuery(std::string_view xml) {
    const auto request = readRequest(xml, head);
    if (!request) return request.refusal();
    return upperCase(textOf(*request, "query"));
}

domain::Outcome<Inventory> readOcsInventory(std::string_view xml) {
    auto request = readRequest(xml, whole);
    if (!request) return request.refusal();
    if (upperCase(textOf(*request, "query")) != "INVENTORY")
        return Refusal(domain::refusals::reportField, {{"field", "QUERY"}});
    Inventory inventory;
    inventory.deviceId = textOf(*request, "deviceid");
    if (inventory.deviceId.empty()) return Refusal(domain::refusals::reportLacks, {{"field", "DEVICEID"}});
    if (!request->contains("content")) return Refusal(domain::refusals::reportLacks, {{"field", "CONTENT"}});
    json content = inShape(std::move((*request)["content"]));
    completeProcessors(content);
    if (const auto shape = readAgentContent(inventory, content); !shape) return shape.refusal();
    return inventory;
}

}  // namespace remise::drivers::reports
