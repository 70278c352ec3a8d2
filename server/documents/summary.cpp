#include "server/documents/summary.h"

#include <set>

#include "server/domain/fold.h"
#include "server/domain/unit_state.h"

namespace remise::documents {

using namespace domain;

namespace {

bool isAnswered(const std::string& status) {
    return status == "certified" || status == "destroyed";
}

/// Its stage; `attested` for one whose erasure only people vouched for, in old histories.
std::string statusOf(const DriveFate& fate) {
    const bool isBareWord = fate.drive.stage == "certified" && fate.certificate.empty();
    return isBareWord ? "attested" : fate.drive.stage;
}

Value describe(const DriveFate& fate) {
    Value drive = Value::Object{{"drive", fate.drive.code}, {"status", statusOf(fate)}};
    copyMembers(drive, fate.drive.state, {"serial", "model", "medium"});
    if (fate.certificate.empty()) return drive;
    copyMembers(drive, fate.drive.state, {"level"});
    drive["certificate"] = fate.certificate;
    return drive;
}

/// `done`: each drive is certified or destroyed. `no_drive`: somebody looked, there is none. `no_data`: such
/// a thing holds none. `unknown`: nobody has looked yet. `open`: the rest.
std::string dataOf(const MachineFate& machine) {
    const UnitState state(machine.state);
    if (machine.drives.empty()) {
        if (machine.state.boolOr("no_drive", false)) return "no_drive";
        return state.needsErasure() ? "unknown" : "no_data";
    }
    for (const DriveFate& drive : machine.drives)
        if (!isAnswered(statusOf(drive))) return "open";
    return machine.state.boolOr("drives_unseen", false) ? "unknown" : "done";
}

}  // namespace

Value summaryOf(const Value& of, const std::vector<MachineFate>& machines, Milliseconds madeAt) {
    std::int64_t certified = 0, destroyed = 0, open = 0, unanswered = 0;
    std::set<std::string> counted;  // one that moved from one machine to the next stands under both
    Value::Array described;
    for (const MachineFate& machine : machines) {
        const std::string data = dataOf(machine);
        unanswered += data == "open" || data == "unknown";
        Value::Array drives;
        for (const DriveFate& fate : machine.drives) {
            drives.push_back(describe(fate));
            if (!counted.insert(fate.drive.code).second) continue;
            const std::string status = statusOf(fate);
            ++(status == "certified" ? certified : status == "destroyed" ? destroyed : open);
        }
        Value one = Value::Object{{"unit", machine.code}, {"data", data}, {"drives", drives}};
        copyMembers(one, machine.state, {"category", "maker", "model", "serial"});
        described.push_back(std::move(one));
    }
    return Value::Object{{"format", "remise-summary-1"},
                         {"made_at", formatTime(madeAt)},
                         {"of", of},
                         {"counts", Value::Object{{"machines", static_cast<std::int64_t>(machines.size())},
                                                  {"machines_open", unanswered},
                                                  {"drives", static_cast<std::int64_t>(counted.size())},
                                                  {"certified", certified},
                                                  {"destroyed", destroyed},
                                                  {"open", open}}},
                         {"machines", described}};
}

}  // namespace remise::documents
