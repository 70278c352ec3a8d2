#include "drivers/reports/machine.h"

#include <map>

#include "drivers/reports/dmidecode.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

namespace {

/// Parts of one table (`dmidecode -t baseboard`, `-t chassis`) are read as the table.
Inventory readTables(const std::vector<const RawFile*>& files) {
    std::string table;
    for (const RawFile* file : files)
        table += file->bytes + "\n\n";
    auto inventory = readDmidecode(table);
    if (inventory) return *inventory;
    Inventory nothing;
    for (const RawFile* file : files)
        nothing.notes.push_back({file->name, inventory.refusal()});
    return nothing;
}

}  // namespace

Inventory readMachine(const std::vector<RawFile>& files) {
    std::map<RawKind, std::vector<const RawFile*>> byKind;
    for (const RawFile& file : files)
        byKind[rawKindOf(file)].push_back(&file);
    Inventory machine;
    if (!byKind[RawKind::dmidecode].empty()) machine = readTables(byKind[RawKind::dmidecode]);
    for (const RawFile* file : byKind[RawKind::unknown])
        machine.notes.push_back({file->name, domain::Refusal(domain::refusals::reportUnknown)});
    return machine;
}

}  // namespace remise::drivers::reports
