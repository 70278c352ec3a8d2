#include "server/workshop/inventory_rules.h"

#include <algorithm>
#include <numeric>

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

/// What is built in, when the modules tell; else what the system can use.
std::optional<std::int64_t> memoryOf(const Inventory& inventory) {
    if (inventory.modules.empty()) return inventory.memoryMb;
    return std::accumulate(inventory.modules.begin(), inventory.modules.end(), std::int64_t{0},
                           [](std::int64_t sum, const MemoryModule& m) { return sum + m.capacityMb; });
}

/// The worst one counts: a second battery does not make the first one better.
std::optional<int> batteryHealthOf(const Inventory& inventory) {
    std::optional<int> worst;
    for (const Battery& battery : inventory.batteries)
        if (const auto health = battery.healthPercent()) worst = std::min(worst.value_or(100), *health);
    return worst;
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
    say(hardware, "memory_mb", memoryOf(inventory));
    say(hardware, "battery_health", batteryHealthOf(inventory));
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

Value describeDrive(const Drive& drive) {
    Value described = Value::Object{{"medium", driveKindName(drive.kind)}};
    say(described, "serial", drive.serial);
    say(described, "model", drive.model);
    say(described, "capacity_mb", drive.capacityMb);
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
