#include "server/workshop/inventory_rules.h"

#include <algorithm>

#include "drivers/reports/cpu_names.h"
#include "drivers/reports/drive_health.h"
#include "drivers/reports/fitness.h"
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

/// "Intel UHD Graphics 620": the maker once.
std::string named(const std::string& maker, const std::string& model) {
    if (model.empty() || maker.empty() || model.starts_with(maker)) return model.empty() ? maker : model;
    return maker + " " + model;
}

/// "AUO B140HAN 1920×1080".
std::string screenNamed(const Screen& screen) {
    std::string name = named(screen.maker, screen.model);
    if (screen.widthPixels > 0 && screen.heightPixels > 0)
        name += (name.empty() ? "" : " ") + std::to_string(screen.widthPixels) + "×" +
                std::to_string(screen.heightPixels);
    return name;
}

/// Each thing once, in one text: "Intel UHD Graphics 620, NVIDIA MX150". What has no room is left out whole.
template <typename T, typename Tell>
void sayAll(Value& value, std::string_view name, const std::vector<T>& things, Tell tell) {
    constexpr std::size_t longest = 255;
    std::vector<std::string> said;
    std::string text;
    for (const T& thing : things) {
        std::string one = tell(thing);
        if (one.empty() || std::ranges::find(said, one) != said.end()) continue;
        if (text.size() + 2 + one.size() > longest) break;
        text += (text.empty() ? "" : ", ") + one;
        said.push_back(std::move(one));
    }
    say(value, name, text);
}

void sayProcessors(Value& hardware, const std::vector<Processor>& processors) {
    if (processors.empty()) return;
    say(hardware, "cpu", processors.front().name);
    say(hardware, "cpu_cores", processors.front().cores);
    say(hardware, "cpu_threads", processors.front().threads);
    say(hardware, "cpu_mhz", processors.front().megahertz);
    say(hardware, "cpu_generation", readCpuName(processors.front().name).generation);
    if (processors.size() > 1) hardware["cpu_count"] = std::int64_t(processors.size());
}

void sayMemory(Value& hardware, const Inventory& inventory) {
    if (const auto bytes = inventory.installedBytes()) hardware["memory_mb"] = *bytes >> 20;
    sayAll(hardware, "memory_type", inventory.modules,
           [](const MemoryModule& module) { return module.type; });
    if (!inventory.modules.empty()) hardware["memory_modules"] = std::int64_t(inventory.modules.size());
    if (inventory.memorySlots > 0) hardware["memory_slots"] = inventory.memorySlots;
}

/// Only of a machine: a phone's or printer's inventory says nothing about Windows.
void sayFitness(Value& hardware, const Inventory& inventory) {
    if (inventory.processors.empty() || inventory.category == "phone") return;
    const WindowsFitness windows = windows11Fitness(inventory);
    say(hardware, "windows_11", windows.isFit());
    sayAll(hardware, "windows_11_lacks", windows.lacks, [](const std::string& word) { return word; });
    say(hardware, "performance_class", performanceClass(inventory));
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
    say(hardware, "product", inventory.product);
    say(hardware, "serial", inventory.serial);
    say(hardware, "category", inventory.category);
    say(hardware, "chassis", inventory.chassis);
    say(hardware, "system", inventory.system);
    say(hardware, "firmware", inventory.firmware);
    say(hardware, "uefi", inventory.uefi);
    say(hardware, "tpm", inventory.tpm);
    sayAll(hardware, "locks", inventory.locks, [](Lock lock) { return std::string(lockName(lock)); });
    sayProcessors(hardware, inventory.processors);
    sayMemory(hardware, inventory);
    sayAll(hardware, "graphics", inventory.graphics,
           [](const Graphics& graphics) { return named(graphics.maker, graphics.model); });
    sayAll(hardware, "screens", inventory.screens, screenNamed);
    if (const auto failing = std::ranges::count(inventory.drives, DriveHealth::failing,
                                                [](const Drive& drive) { return healthOf(drive.self); }))
        hardware["failing_drives"] = std::int64_t(failing);
    say(hardware, "battery_health", inventory.batteryHealth());
    if (!inventory.imeis.empty()) hardware["imei"] = inventory.imeis.front();
    if (inventory.simCards > 0) hardware["sim_cards"] = inventory.simCards;
    sayFitness(hardware, inventory);
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
