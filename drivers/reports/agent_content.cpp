#include "drivers/reports/agent_content.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "drivers/reports/base64.h"
#include "drivers/reports/chassis.h"
#include "drivers/reports/clean_text.h"
#include "drivers/reports/edid.h"
#include "drivers/reports/glpi_storage.h"
#include "drivers/reports/json_reader.h"
#include "drivers/reports/mac.h"
#include "drivers/reports/text_lines.h"
#include "server/domain/identifiers.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

using domain::Refusal;
using nlohmann::json;

namespace {

constexpr std::size_t mostEntries = 1000;
constexpr std::int64_t mostMegabytes = 1'000'000'000;

const json& section(const json& content, const char* name) {
    static const json nothing = json::object();
    const auto found = content.find(name);
    const bool isEmptyList =
        found != content.end() && found->is_array() && found->empty();  // PHP's empty object
    return found == content.end() || found->is_null() || isEmptyList ? nothing : *found;
}

constexpr std::array objectSections{"bios", "hardware", "operatingsystem", "network_device"};
constexpr std::array listSections{"cpus",     "memories",      "storages", "batteries", "networks",
                                  "simcards", "network_ports", "modems",   "videos",    "monitors"};

/// Whether the sections that are read have their shape, so that reading need not ask again.
domain::Verdict checkShape(const json& content) {
    const auto wrong = [](std::string field) {
        return Refusal(domain::refusals::reportField, {{"field", "content." + std::move(field)}});
    };
    for (const char* name : objectSections)
        if (!section(content, name).is_object()) return wrong(name);
    for (const char* name : listSections) {
        const json& list = section(content, name);
        if (list.is_object()) continue;  // absent, or the only entry
        if (!list.is_array() || list.size() > mostEntries) return wrong(name);
        for (std::size_t i = 0; i < list.size(); ++i)
            if (!list[i].is_object()) return wrong(std::string(name) + "[" + std::to_string(i) + "]");
    }
    return {};
}

/// Calls `read` with each entry; some agents send a single one without its list.
template <typename Read>
void forEachEntry(const json& content, const char* name, Read read) {
    const json& list = section(content, name);
    if (list.is_array())
        for (const json& entry : list)
            read(entry);
    else if (!list.empty())
        read(list);
}

std::string guessCategory(const Inventory& inventory, const json& networkDevice) {
    const std::string type = lowerCase(textOf(networkDevice, "type"));
    const std::string item = lowerCase(inventory.itemType);
    for (const std::string& said : {item, type}) {
        if (said == "phone" || said == "printer") return said;
        if (said == "networkequipment" || said == "networking") return "network";
    }
    return categoryOfChassis(inventory.chassis);
}

std::string firstOf(std::initializer_list<std::string> names) {
    for (const std::string& name : names)
        if (!name.empty()) return name;
    return {};
}

void readIdentity(Inventory& inventory, const json& content) {
    const json& bios = section(content, "bios");
    const json& hardware = section(content, "hardware");
    const json& device = section(content, "network_device");
    inventory.chassis = nameOf(hardware, "chassis_type");
    inventory.maker = firstOf(
        {nameOf(bios, "smanufacturer"), nameOf(bios, "mmanufacturer"), nameOf(device, "manufacturer")});
    inventory.model = firstOf({nameOf(bios, "smodel"), nameOf(bios, "mmodel"), nameOf(device, "model")});
    inventory.serial = identityOf(bios, "ssn");
    if (!inventory.serial) inventory.serial = identityOf(device, "serial");
    inventory.boardSerial = identityOf(bios, "msn");
    inventory.uuid = identityOf(hardware, "uuid");
    inventory.assetTag = identityOf(bios, "assettag");
    inventory.firmware = nameOf(bios, "bversion");
    if (const std::string date = nameOf(bios, "bdate"); !inventory.firmware.empty() && !date.empty())
        inventory.firmware += " (" + date + ")";
    inventory.name = firstOf({textOf(hardware, "name"), textOf(device, "name")});
    inventory.system =
        firstOf({nameOf(section(content, "operatingsystem"), "full_name"), nameOf(hardware, "osname")});
    auto megabytes = countOf(hardware, "memory", mostMegabytes);
    if (!megabytes) megabytes = countOf(device, "ram", mostMegabytes);
    if (megabytes) inventory.memoryBytes = *megabytes << 20;
    inventory.category = guessCategory(inventory, device);
}

std::optional<int> smallCount(const json& object, const char* member, std::int64_t most) {
    const auto count = countOf(object, member, most);
    return count ? std::optional(static_cast<int>(*count)) : std::nullopt;
}

void readProcessors(Inventory& inventory, const json& content) {
    forEachEntry(content, "cpus", [&](const json& cpu) {
        inventory.processors.push_back({nameOf(cpu, "name"), nameOf(cpu, "manufacturer"),
                                        smallCount(cpu, "core", 4096), smallCount(cpu, "thread", 8192),
                                        smallCount(cpu, "speed", 100'000)});
    });
}

/// The BIOS's flash chip is listed among the memories and is none; an empty slot has no capacity.
void readModules(Inventory& inventory, const json& content) {
    forEachEntry(content, "memories", [&](const json& memory) {
        const auto capacity = countOf(memory, "capacity", mostMegabytes);
        const std::string type = nameOf(memory, "type");
        const std::string words =
            lowerCase(type + " " + textOf(memory, "caption") + " " + textOf(memory, "description"));
        if (!capacity || words.find("flash") != std::string::npos || words.find(" rom") != std::string::npos)
            return;
        inventory.modules.push_back({*capacity << 20, type, nameOf(memory, "speed"),
                                     nameOf(memory, "manufacturer"), smallCount(memory, "numslots", 4096)});
    });
}

void readStorages(Inventory& inventory, const json& content) {
    forEachEntry(content, "storages", [&](const json& storage) {
        auto found = classifyStorage(storage);
        if (auto* drive = std::get_if<Drive>(&found)) inventory.drives.push_back(std::move(*drive));
        if (auto* medium = std::get_if<Medium>(&found)) inventory.media.push_back(std::move(*medium));
    });
}

/// Phones put the charge in percent where computers put milliwatt-hours; no battery holds less than 1 Wh.
std::optional<std::int64_t> milliwattHours(const json& battery, const char* member) {
    const auto said = countOf(battery, member, 10'000'000);
    return said && *said >= 1000 ? said : std::nullopt;
}

void readBatteries(Inventory& inventory, const json& content) {
    forEachEntry(content, "batteries", [&](const json& entry) {
        Battery battery;
        battery.name = nameOf(entry, "name");
        battery.maker = nameOf(entry, "manufacturer");
        battery.chemistry = nameOf(entry, "chemistry");
        battery.serial = identityOf(entry, "serial");
        battery.designMwh = milliwattHours(entry, "capacity");
        battery.fullMwh = milliwattHours(entry, "real_capacity");
        inventory.batteries.push_back(std::move(battery));
    });
}

/// Windows names its own driver where it knows no maker: "(Standard monitor types)".
std::string makerOf(const json& entry) {
    std::string maker = nameOf(entry, "manufacturer");
    return maker.starts_with('(') ? std::string() : maker;
}

void readGraphics(Inventory& inventory, const json& content) {
    forEachEntry(content, "videos", [&](const json& entry) {
        const std::string model = firstOf({nameOf(entry, "name"), nameOf(entry, "chipset")});
        if (!model.empty()) inventory.graphics.push_back({makerOf(entry), model});
    });
}

/// The screen's own description, where the agent has sent it.
std::optional<Screen> screenOfEdid(const json& entry) {
    constexpr std::size_t firstBlock = 172;  // characters for its 128 bytes
    const auto bytes = decodeBase64(textOf(entry, "base64").substr(0, firstBlock));
    if (!bytes) return {};
    auto screen = readEdid(*bytes);
    return screen ? std::optional(std::move(*screen)) : std::nullopt;
}

void readScreens(Inventory& inventory, const json& content) {
    forEachEntry(content, "monitors", [&](const json& entry) {
        Screen screen = screenOfEdid(entry).value_or(Screen());
        if (screen.maker.empty()) screen.maker = makerOf(entry);
        if (screen.model.empty()) screen.model = firstOf({nameOf(entry, "caption"), nameOf(entry, "name")});
        if (!screen.serial) screen.serial = identityOf(entry, "serial");
        if (!screen.serial) screen.serial = identityOf(entry, "altserial");
        // Made in "week/year".
        const std::string made = textOf(entry, "description");
        if (const auto slash = made.find('/'); !screen.year && slash != std::string::npos)
            if (const auto year = smallNumber(made.substr(slash + 1), 2100); year && *year >= 1990)
                screen.year = year;
        if (!screen.maker.empty() || !screen.model.empty()) inventory.screens.push_back(std::move(screen));
    });
}

void readNetwork(Inventory& inventory, const json& content) {
    std::set<std::string> macs;
    const auto add = [&](const json& entry) {
        const auto mac = macIn(textOf(entry, "mac"));
        if (mac && !flagOf(entry, "virtualdev")) macs.insert(*mac);
    };
    forEachEntry(content, "networks", add);
    forEachEntry(content, "network_ports", add);
    add(section(content, "network_device"));
    inventory.macs.assign(macs.begin(), macs.end());
}

/// A phone with two cards has two numbers, then given as a list.
void readPhone(Inventory& inventory, const json& content) {
    const auto add = [&](const json& imei) {
        if (!imei.is_string()) return;
        std::string number = domain::tidyIdentifier(cleanText(imei.get_ref<const std::string&>()));
        if (domain::isImei(number)) inventory.imeis.push_back(std::move(number));
    };
    const auto addAll = [&](const json& holder) {
        const auto imei = holder.find("imei");
        if (imei == holder.end()) return;
        if (imei->is_array())
            std::for_each(imei->begin(), imei->end(), add);
        else
            add(*imei);
    };
    forEachEntry(content, "modems", addAll);
    addAll(section(content, "hardware"));
    forEachEntry(content, "simcards", [&](const json& card) {
        ++inventory.simCards;
        addAll(card);
    });
    std::sort(inventory.imeis.begin(), inventory.imeis.end());
    inventory.imeis.erase(std::unique(inventory.imeis.begin(), inventory.imeis.end()), inventory.imeis.end());
}

}  // namespace

domain::Verdict readAgentContent(Inventory& inventory, const json& content) {
    if (const auto shape = checkShape(content); !shape) return shape;
    readIdentity(inventory, content);
    readProcessors(inventory, content);
    readModules(inventory, content);
    readStorages(inventory, content);
    readBatteries(inventory, content);
    readGraphics(inventory, content);
    readScreens(inventory, content);
    readNetwork(inventory, content);
    readPhone(inventory, content);
    return {};
}

}  // namespace remise::drivers::reports
