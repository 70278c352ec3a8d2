#include "server/workshop/inventory_rules.h"

#include <algorithm>

#include "server/domain/serials.h"

namespace remise::workshop {

using domain::Value;
using namespace drivers::reports;

namespace {

void say(Value& value, std::string_view name, const std::string& text) {
    if (!text.empty()) value[name] = text;
}

template <typename T>
void say(Value& value, std::string_view name, const std::optional<T>& known) {
    if (known) value[name] = *known;
}

/// The second bit of the first byte says that a system made the address up.
bool isGivenByMaker(std::string_view mac) {
    constexpr std::string_view madeUp = "2367abef";
    return mac.size() > 1 && madeUp.find(mac[1]) == std::string_view::npos;
}

}  // namespace

Value hardwareOf(const Inventory& inventory) {
    Value hardware = Value::Object{};
    say(hardware, "maker", inventory.maker);
    say(hardware, "model", inventory.model);
    say(hardware, "serial", inventory.serial);
    say(hardware, "category", inventory.category);
    say(hardware, "chassis", inventory.chassis);
    say(hardware, "system", inventory.system);
    if (const auto bytes = inventory.installedBytes()) hardware["memory_mb"] = *bytes >> 20;
    say(hardware, "battery_health", inventory.batteryHealth());
    if (!inventory.processors.empty()) {
        say(hardware, "cpu", inventory.processors.front().name);
        say(hardware, "cpu_cores", inventory.processors.front().cores);
        if (inventory.processors.size() > 1)
            hardware["cpu_count"] = std::int64_t(inventory.processors.size());
    }
    if (!inventory.imeis.empty()) hardware["imei"] = inventory.imeis.front();
    if (inventory.simCards > 0) hardware["sim_cards"] = inventory.simCards;
    return hardware;
}

domain::MachineIds machineIdsOf(const Inventory& inventory) {
    using enum domain::MachineIdKind;
    domain::MachineIds ids;
    if (inventory.serial) ids.insert({serial, domain::normaliseSerial(*inventory.serial)});
    if (inventory.boardSerial) ids.insert({board, domain::normaliseSerial(*inventory.boardSerial)});
    if (const auto known = domain::canonicalUuid(inventory.uuid.value_or("")); !known.empty())
        ids.insert({uuid, known});
    for (const std::string& number : inventory.imeis)
        ids.insert({imei, number});
    for (const std::string& address : inventory.macs)
        if (isGivenByMaker(address)) ids.insert({mac, address});
    return ids;
}

Value describeDrive(const Drive& drive) {
    Value described = Value::Object{{"medium", driveKindName(drive.kind)}};
    say(described, "serial", drive.serial);
    say(described, "model", drive.model);
    if (drive.bytes) described["capacity_mb"] = *drive.bytes / 1'000'000;
    return described;
}

std::string sameNamelessDrive(const Value& unitState, const Value& described,
                              const std::vector<std::string>& taken) {
    const Value& drives = unitState["drives"];
    if (!drives.isObject()) return {};
    for (const auto& [code, drive] : drives.object())
        if (!drive.has("serial") && drive["model"] == described["model"] &&
            drive["capacity_mb"] == described["capacity_mb"] &&
            std::find(taken.begin(), taken.end(), code) == taken.end())
            return code;
    return {};
}

Value mergedHardware(const Value& known, const Value& fresh) {
    if (!known.isObject()) return fresh;
    Value merged = known;
    for (const auto& [name, value] : fresh.object())
        merged[name] = value;
    return merged;
}

}  // namespace remise::workshop
