#include "drivers/reports/inventory_json.h"

#include <nlohmann/json.hpp>

#include "drivers/reports/clean_text.h"
#include "drivers/reports/cpu_names.h"
#include "drivers/reports/drive_health.h"
#include "drivers/reports/fitness.h"

namespace remise::drivers::reports {

using json = nlohmann::ordered_json;

namespace {

json said(const std::string& text) {
    return text.empty() ? json() : json(text);
}

template <typename Value>
json said(const std::optional<Value>& value) {
    return value ? json(*value) : json();
}

json positive(int number) {
    return number > 0 ? json(number) : json();
}

/// A list of what `write` makes of each.
template <typename List, typename Write>
json listOf(const List& list, Write write) {
    json written = json::array();
    for (const auto& entry : list)
        written.push_back(write(entry));
    return written;
}

json processorJson(const Processor& processor) {
    return {{"name", said(processor.name)},
            {"maker", said(processor.maker)},
            {"cores", said(processor.cores)},
            {"threads", said(processor.threads)},
            {"generation", said(readCpuName(processor.name).generation)},
            {"megahertz", said(processor.megahertz)}};
}

json moduleJson(const MemoryModule& module) {
    return {{"bytes", module.bytes},
            {"type", said(module.type)},
            {"speed", said(module.speed)},
            {"maker", said(module.maker)},
            {"slot", said(module.slot)}};
}

json healthJson(DriveHealth health) {
    return health == DriveHealth::unknown ? json() : json(driveHealthName(health));
}

json driveJson(const Drive& drive) {
    return {{"device", said(drive.device)},      {"maker", said(drive.maker)},
            {"model", said(drive.model)},        {"serial", said(drive.serial)},
            {"firmware", said(drive.firmware)},  {"bytes", said(drive.bytes)},
            {"kind", driveKindName(drive.kind)}, {"health", healthJson(healthOf(drive.self))},
            {"locked", said(drive.locked)},      {"hours", said(drive.self.hours)}};
}

json mediumJson(const Medium& medium) {
    return {{"device", said(medium.device)},
            {"model", said(medium.model)},
            {"kind", mediumKindName(medium.kind)}};
}

json graphicsJson(const Graphics& graphics) {
    return {{"maker", said(graphics.maker)}, {"model", said(graphics.model)}};
}

json screenJson(const Screen& screen) {
    return {{"maker", said(screen.maker)},
            {"model", said(screen.model)},
            {"serial", said(screen.serial)},
            {"year", said(screen.year)},
            {"width_mm", positive(screen.widthMm)},
            {"height_mm", positive(screen.heightMm)},
            {"width_pixels", positive(screen.widthPixels)},
            {"height_pixels", positive(screen.heightPixels)}};
}

json batteryJson(const Battery& battery) {
    return {{"name", said(battery.name)},
            {"maker", said(battery.maker)},
            {"chemistry", said(battery.chemistry)},
            {"serial", said(battery.serial)},
            {"design_mwh", said(battery.designMwh)},
            {"full_mwh", said(battery.fullMwh)},
            {"health_percent", said(battery.healthPercent())}};
}

json fitnessJson(const WindowsFitness& fitness) {
    return {{"fit", said(fitness.isFit())}, {"lacks", fitness.lacks}, {"unknown", fitness.unknown}};
}

json noteJson(const Note& note) {
    return {{"file", validUtf8(note.file)},
            {"code", note.why.code()},
            {"message", note.why.text(domain::Language::english)}};
}

}  // namespace

json inventoryJson(const Inventory& inventory) {
    json machine;
    machine["maker"] = said(inventory.maker);
    machine["model"] = said(inventory.model);
    machine["product"] = said(inventory.product);
    machine["serial"] = said(inventory.serial);
    machine["uuid"] = said(inventory.uuid);
    machine["board_serial"] = said(inventory.boardSerial);
    machine["asset_tag"] = said(inventory.assetTag);
    machine["category"] = said(inventory.category);
    machine["chassis"] = said(inventory.chassis);
    machine["firmware"] = said(inventory.firmware);
    machine["uefi"] = said(inventory.uefi);
    machine["tpm"] = said(inventory.tpm);
    machine["locks"] = listOf(inventory.locks, [](Lock lock) { return json(lockName(lock)); });
    machine["memory_bytes"] = said(inventory.installedBytes());
    machine["memory_slots"] = positive(inventory.memorySlots);
    machine["modules"] = listOf(inventory.modules, moduleJson);
    machine["cpu"] = inventory.processors.empty() ? json() : said(inventory.processors.front().name);
    machine["processors"] = listOf(inventory.processors, processorJson);
    machine["drives"] = listOf(inventory.drives, driveJson);
    machine["media"] = listOf(inventory.media, mediumJson);
    machine["graphics"] = listOf(inventory.graphics, graphicsJson);
    machine["screens"] = listOf(inventory.screens, screenJson);
    machine["batteries"] = listOf(inventory.batteries, batteryJson);
    machine["macs"] = inventory.macs;
    machine["imeis"] = inventory.imeis;
    machine["windows_11"] = fitnessJson(windows11Fitness(inventory));
    machine["performance_class"] = said(performanceClass(inventory));
    machine["notes"] = listOf(inventory.notes, noteJson);
    return machine;
}

}  // namespace remise::drivers::reports
