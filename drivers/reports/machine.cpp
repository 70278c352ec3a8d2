#include "drivers/reports/machine.h"

#include <algorithm>
#include <map>
#include <set>

#include "drivers/reports/merge.h"
#include "drivers/reports/merge_drives.h"
#include "drivers/reports/raw_text.h"
#include "drivers/reports/text_lines.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

namespace {

using ByKind = std::map<RawKind, std::vector<RawFile>>;

/// Lines that begin a structure of the firmware's table, which has each once.
std::set<std::string_view> handlesIn(std::string_view table) {
    std::set<std::string_view> handles;
    for (const std::string_view line : linesOf(table))
        if (line.starts_with("Handle 0x")) handles.insert(line);
    return handles;
}

bool haveCommon(const std::set<std::string_view>& some, const std::set<std::string_view>& others) {
    return std::any_of(some.begin(), some.end(), [&](std::string_view one) { return others.contains(one); });
}

/// Parts of one thing are read as one: `dmidecode -t baseboard` and `-t chassis`, a battery a file. A table
/// that was printed twice is two, or all memory would count twice.
std::vector<RawFile> joinParts(const std::vector<RawFile>& parts) {
    std::vector<RawFile> whole;
    std::set<std::string_view> seen;
    for (const RawFile& part : parts) {
        auto handles = handlesIn(part.bytes);
        if (whole.empty() || haveCommon(handles, seen)) {
            whole.push_back(part);
            seen = std::move(handles);
            continue;
        }
        whole.back().name += ", " + part.name;
        whole.back().bytes += "\n\n" + part.bytes;
        seen.merge(handles);
    }
    return whole;
}

void addFile(Inventory& machine, RawKind kind, const RawFile& file) {
    auto said = readRaw(kind, file);
    if (!said)
        machine.notes.push_back({file.name, said.refusal()});
    else if (!canBeOneMachine(machine, *said))
        machine.notes.push_back({file.name, domain::Refusal(domain::refusals::otherMachine)});
    else
        addMissing(machine, std::move(*said));
}

}  // namespace

Inventory readMachine(const std::vector<RawFile>& files) {
    ByKind byKind;
    for (const RawFile& file : files) {
        RawFile plain{file.name, plainText(file.bytes), file.said};
        const RawKind kind = rawKindOf(plain);
        byKind[kind].push_back(std::move(plain));
    }
    for (const RawKind kind : {RawKind::dmidecode, RawKind::powerSupply})
        if (const auto parts = byKind.find(kind); parts != byKind.end())
            parts->second = joinParts(parts->second);
    Inventory machine;
    for (const auto& [kind, ofKind] : byKind)
        for (const RawFile& file : ofKind)
            addFile(machine, kind, file);
    settleMedia(machine.drives, machine.media);
    return machine;
}

}  // namespace remise::drivers::reports
