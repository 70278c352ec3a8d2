#include "drivers/reports/dmidecode.h"

#include <algorithm>

#include "drivers/reports/chassis.h"
#include "drivers/reports/clean_text.h"
#include "drivers/reports/dmi_table.h"
#include "drivers/reports/machine_names.h"
#include "drivers/reports/memory_words.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

namespace {

constexpr std::size_t mostEntries = 1000;

/// Also nothing for "<OUT OF SPEC>" and "<BAD INDEX>".
std::string name(const DmiStructure& structure, std::string_view key) {
    const std::string_view said = structure.value(key);
    return said.starts_with('<') ? std::string() : nameIn(said);
}

const DmiStructure* first(const std::vector<DmiStructure>& table, std::string_view title) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const DmiStructure& structure) { return structure.title == title; });
    return found == table.end() ? nullptr : &*found;
}

void readFirmware(Inventory& inventory, const DmiStructure& bios) {
    inventory.firmware = name(bios, "Version");
    if (const std::string date = name(bios, "Release Date"); !inventory.firmware.empty() && !date.empty())
        inventory.firmware += " (" + date + ")";
    if (!bios.items.empty()) inventory.uefi = bios.lists("UEFI is supported");
}

void readIdentity(Inventory& inventory, const std::vector<DmiStructure>& table) {
    SaidNames said;
    if (const auto* system = first(table, "System Information")) {
        said.maker = name(*system, "Manufacturer");
        said.product = name(*system, "Product Name");
        if (said.product.empty()) said.product = name(*system, "Product");  // 2.2 said it shorter
        said.version = name(*system, "Version");
        inventory.serial = identityIn(system->value("Serial Number"));
        inventory.uuid = identityIn(system->value("UUID"));
    }
    if (const auto* board = first(table, "Base Board Information")) {
        said.boardMaker = name(*board, "Manufacturer");
        said.boardProduct = name(*board, "Product Name");
        if (said.boardProduct.empty()) said.boardProduct = name(*board, "Product");
        inventory.boardSerial = identityIn(board->value("Serial Number"));
    }
    const MachineName machine = machineNameOf(said);
    inventory.maker = machine.maker;
    inventory.model = machine.model;
    inventory.product = machine.product;
    if (const auto* chassis = first(table, "Chassis Information")) {
        inventory.chassis = name(*chassis, "Type");
        inventory.category = categoryOfChassis(inventory.chassis);
        inventory.assetTag = identityIn(chassis->value("Asset Tag"));
    }
}

void readProcessor(Inventory& inventory, const DmiStructure& entry) {
    const std::string type = name(entry, "Type");
    const bool isOther = !type.empty() && type != "Central Processor";
    if (isOther || entry.value("Status").starts_with("Unpopulated")) return;
    Processor processor;
    processor.name = name(entry, "Version");
    processor.maker = name(entry, "Manufacturer");
    processor.cores = smallNumber(entry.value("Core Count"), 4096);
    processor.threads = smallNumber(entry.value("Thread Count"), 8192);
    processor.megahertz = smallNumber(entry.value("Current Speed"), 100'000);
    if (!processor.name.empty() || processor.cores) inventory.processors.push_back(std::move(processor));
}

/// `sizeKey`: the older structure says "Installed Size: 512 MB (Single-bank Connection)".
void readModule(Inventory& inventory, const DmiStructure& entry, std::string_view sizeKey) {
    const std::string type = name(entry, "Type");
    if (isFirmwareFlash(type + " " + name(entry, "Type Detail") + " " + name(entry, "Locator"))) return;
    ++inventory.memorySlots;
    const auto bytes = memorySize(entry.value(sizeKey));
    if (!bytes) return;
    std::string speed = name(entry, "Configured Memory Speed");
    if (speed.empty()) speed = name(entry, "Configured Clock Speed");
    if (speed.empty()) speed = name(entry, "Speed");
    inventory.modules.push_back(
        {*bytes, type, speed, moduleMaker(name(entry, "Manufacturer")), inventory.memorySlots});
}

void readBattery(Inventory& inventory, const DmiStructure& entry) {
    Battery battery;
    battery.name = name(entry, "Name");
    battery.maker = name(entry, "Manufacturer");
    battery.chemistry = name(entry, "SBDS Chemistry");
    if (battery.chemistry.empty()) battery.chemistry = name(entry, "Chemistry");
    battery.serial = identityIn(entry.value("SBDS Serial Number"));
    if (!battery.serial) battery.serial = identityIn(entry.value("Serial Number"));
    constexpr std::int64_t least = 1000;  // no battery of a computer is made for less than 1 Wh
    const auto design = wholeNumber(entry.value("Design Capacity"));
    if (design && *design >= least && *design <= 10'000'000) battery.designMwh = design;
    if (!battery.name.empty() || battery.designMwh) inventory.batteries.push_back(std::move(battery));
}

void readLocks(Inventory& inventory, const DmiStructure& security) {
    if (security.value("Power-On Password Status") == "Enabled")
        inventory.locks.push_back(Lock::powerOnPassword);
    if (security.value("Administrator Password Status") == "Enabled")
        inventory.locks.push_back(Lock::administratorPassword);
}

}  // namespace

domain::Outcome<Inventory> readDmidecode(std::string_view text) {
    std::vector<DmiStructure> table = dmiStructures(text);
    if (table.empty()) return domain::Refusal(domain::refusals::reportUnknown);
    if (table.size() > mostEntries) table.resize(mostEntries);
    Inventory inventory;
    readIdentity(inventory, table);
    if (const auto* bios = first(table, "BIOS Information")) readFirmware(inventory, *bios);
    if (const auto* tpm = first(table, "TPM Device")) inventory.tpm = name(*tpm, "Specification Version");
    if (const auto* security = first(table, "Hardware Security")) readLocks(inventory, *security);
    const bool hasDevices = first(table, "Memory Device") != nullptr;
    for (const DmiStructure& entry : table) {
        if (entry.title == "Processor Information") readProcessor(inventory, entry);
        if (entry.title == "Memory Device") readModule(inventory, entry, "Size");
        if (entry.title == "Memory Module Information" && !hasDevices)
            readModule(inventory, entry, "Installed Size");
        if (entry.title == "Portable Battery") readBattery(inventory, entry);
    }
    return inventory;
}

}  // namespace remise::drivers::reports
