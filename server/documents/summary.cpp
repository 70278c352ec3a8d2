#include "server/documents/summary.h"

#include <set>

#include "server/domain/fold.h"
#include "server/domain/unit_state.h"

namespace remise::documents {

using namespace domain;

namespace {

/// Its stage; where no reading of ours proves it, `released` (another tool's report, a leader's word) or
/// `attested` (people's word alone, in old histories).
std::string statusOf(const DriveFate& fate) {
    if (fate.drive.stage != "certified" || !fate.certificate.empty()) return fate.drive.stage;
    return fate.drive.state.has("released") ? "released" : "attested";
}

/// What a status counts as.
std::string_view sumOf(const std::string& status) {
    if (status == "certified" || status == "destroyed")
        return status == "certified" ? "certified" : "destroyed";
    return status == "attested" || status == "released" ? "attested" : "open";
}

Value describe(const DriveFate& fate) {
    Value drive = Value::Object{{"drive", fate.drive.code}, {"status", statusOf(fate)}};
    copyMembers(drive, fate.drive.state, {"serial", "model", "medium"});
    if (fate.certificate.empty()) return drive;
    copyMembers(drive, fate.drive.state, {"level"});
    drive["certificate"] = fate.certificate;
    return drive;
}

/// `done`: each drive is certified or destroyed. `attested`: or somebody vouches for it. `no_drive`: somebody
/// looked, there is none. `no_data`: such a thing holds none. `unknown`: nobody has looked yet. `open`: the
/// rest.
std::string dataOf(const MachineFate& machine) {
    const UnitState state(machine.state);
    if (machine.drives.empty()) {
        if (machine.state.boolOr("no_drive", false)) return "no_drive";
        return state.needsErasure() ? "unknown" : "no_data";
    }
    bool isAttested = false;
    for (const DriveFate& drive : machine.drives) {
        const std::string_view sum = sumOf(statusOf(drive));
        if (sum == "open") return "open";
        isAttested = isAttested || sum == "attested";
    }
    if (machine.state.boolOr("drives_unseen", false)) return "unknown";
    return isAttested ? "attested" : "done";
}

}  // namespace

Value summaryOf(const Value& of, const std::vector<MachineFate>& machines, Milliseconds madeAt) {
    std::int64_t unanswered = 0;
    Value counts = Value::Object{{"certified", 0}, {"destroyed", 0}, {"attested", 0}, {"open", 0}};
    std::set<std::string> counted;  // one that moved from one machine to the next stands under both
    Value::Array described;
    for (const MachineFate& machine : machines) {
        const std::string data = dataOf(machine);
        unanswered += data == "open" || data == "unknown";
        Value::Array drives;
        for (const DriveFate& fate : machine.drives) {
            drives.push_back(describe(fate));
            if (!counted.insert(fate.drive.code).second) continue;
            const std::string_view sum = sumOf(statusOf(fate));
            counts[sum] = counts.integerOr(sum, 0) + 1;
        }
        Value one = Value::Object{{"unit", machine.code}, {"data", data}, {"drives", drives}};
        copyMembers(one, machine.state, {"category", "maker", "model", "serial"});
        described.push_back(std::move(one));
    }
    counts["machines"] = static_cast<std::int64_t>(machines.size());
    counts["machines_open"] = unanswered;
    counts["drives"] = static_cast<std::int64_t>(counted.size());
    return Value::Object{{"format", "remise-summary-1"},
                         {"made_at", formatTime(madeAt)},
                         {"of", of},
                         {"counts", counts},
                         {"machines", described}};
}

}  // namespace remise::documents
