#include "drivers/reports/machine.h"

#include <map>

#include "drivers/reports/merge.h"
#include "drivers/reports/merge_drives.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

namespace {

using ByKind = std::map<RawKind, std::vector<RawFile>>;

/// Parts of one table (`dmidecode -t baseboard`, `-t chassis`) are read as the table.
void joinTables(ByKind& files) {
    const auto tables = files.find(RawKind::dmidecode);
    if (tables == files.end()) return;
    RawFile whole;
    for (RawFile& part : tables->second) {
        whole.name += (whole.name.empty() ? "" : ", ") + part.name;
        whole.bytes += part.bytes + "\n\n";
    }
    tables->second = {std::move(whole)};
}

void addFile(Inventory& machine, RawKind kind, const RawFile& file) {
    auto said = readRaw(kind, file);
    if (!said)
        machine.notes.push_back({file.name, said.refusal()});
    else if (!canBeOneMachine(machine, *said))
        machine.notes.push_back({file.name, domain::Refusal(domain::refusals::otherMachine)});
    else if (kind == RawKind::edid)  // one file for each screen
        machine.screens.insert(machine.screens.end(), said->screens.begin(), said->screens.end());
    else
        addMissing(machine, std::move(*said));
}

}  // namespace

Inventory readMachine(const std::vector<RawFile>& files) {
    ByKind byKind;
    for (const RawFile& file : files)
        byKind[rawKindOf(file)].push_back(file);
    joinTables(byKind);
    Inventory machine;
    for (const auto& [kind, ofKind] : byKind)
        for (const RawFile& file : ofKind)
            addFile(machine, kind, file);
    settleMedia(machine.drives, machine.media);
    return machine;
}

}  // namespace remise::drivers::reports
