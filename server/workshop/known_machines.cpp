#include "server/workshop/known_machines.h"

#include <algorithm>

#include "db/event_store.h"
#include "db/machine_id_store.h"
#include "db/serial_store.h"
#include "server/domain/serials.h"
#include "server/workshop/inventory_rules.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::size_t mostEvents = 12;

Value whyInWords(const std::set<MachineIdKind>& why) {
    Value::Array names;
    for (const auto kind : why)
        names.emplace_back(machineIdKindName(kind));
    return names;
}

Value lastEvents(db::Connection& connection, const db::UnitRow& unit) {
    const auto events = db::readEvents(connection, Subject::unit, unit.id);
    Value::Array history;
    for (std::size_t i = events.size() - std::min(events.size(), mostEvents); i < events.size(); ++i) {
        const Event& event = events[i].event;
        history.push_back(Value::Object{{"kind", event.kind},
                                        {"recorded_at", formatTime(event.recordedAt)},
                                        {"station", event.station},
                                        {"stage", event.stageAfter}});
    }
    return history;
}

}  // namespace

std::vector<KnownMachine> knownMachines(db::Connection& connection,
                                        const drivers::reports::Inventory& inventory,
                                        std::string_view except) {
    const MachineIds ids = machineIdsOf(inventory);
    auto units = db::unitsWithMachineIds(connection, ids);
    if (inventory.serial)  // typed at a reception, in its own spelling
        for (const std::string& code : db::unitsWithSerial(connection, *inventory.serial))
            units[code].insert({MachineIdKind::serial, normaliseSerial(*inventory.serial)});
    std::vector<KnownMachine> known;
    for (const auto& [code, theirs] : units) {
        auto why = whySame(ids, theirs);
        if (why.empty() || code == except) continue;
        if (auto unit = db::findUnit(connection, code)) known.push_back({std::move(*unit), std::move(why)});
    }
    std::sort(known.begin(), known.end(), [](const auto& a, const auto& b) { return a.unit.id < b.unit.id; });
    return known;
}

Value codesOf(const std::vector<KnownMachine>& known) {
    Value::Array codes;
    for (const KnownMachine& machine : known)
        codes.emplace_back(machine.unit.code);
    return codes;
}

Value toValue(db::Connection& connection, const std::vector<KnownMachine>& known) {
    Value::Array list;
    for (const auto& [unit, why] : known)
        list.push_back(Value::Object{{"unit", unit.code},
                                     {"stage", unit.stage},
                                     {"next", unit.next},
                                     {"maker", unit.state.textOr("maker")},
                                     {"model", unit.state.textOr("model")},
                                     {"why", whyInWords(why)},
                                     {"history", lastEvents(connection, unit)}});
    return list;
}

}  // namespace remise::workshop
