#include <functional>
#include <unordered_map>
#include <utility>

#include "server/domain/fold.h"
#include "server/domain/unit_state.h"

namespace remise::domain {
namespace {

using Reader = void (*)(Value& state, const Event& event);

void establish(Value& state, std::string_view fact, const Event& event) {
    state["facts"][fact] = Value::Object{{"actor", event.actor.text()}, {"at", event.at}};
}

void forget(Value& state, std::string_view name) {
    if (state.isObject()) state.object().erase(std::string(name));
}

void void_(Value& state, std::string_view fact) {
    if (state.has("facts")) forget(state["facts"], fact);
}

/// `erased` follows from the drives: it holds from the moment the last of them is done.
void settleErasure(Value& state, const Event& event) {
    const UnitState unit(state);
    const bool erased = unit.drivesKnown() && unit.unerasedDrive().empty() && unit.looseDrive().empty();
    if (!erased)
        void_(state, "erased");
    else if (!unit.hasFact("erased"))
        establish(state, "erased", event);
}

/// Somebody has looked which drives are in it.
void drivesSeen(Value& state) {
    forget(state, "drives_unseen");
}

/// Erasure is void: what was seen and done before says nothing about the drives that are in it now.
void voidErasure(Value& state, const Event& event) {
    state["drives_unseen"] = true;
    forget(state, "no_drive");
    settleErasure(state, event);
}

void leaveRequest(Value& state) {
    forget(state, "request");
}

/// The public grade follows from tests and looks: it falls with either.
void voidGrade(Value& state) {
    forget(state, "functional");
    forget(state, "grade");
}

void voidTests(Value& state) {
    void_(state, "tested");
    forget(state, "tests");
    forget(state, "defects");
    forget(state, "testers");
    voidGrade(state);
}

void setCategory(Value& state, const Value& category) {
    if (std::as_const(state)["category"] != category) voidTests(state);
    state["category"] = category;
}

void received(Value& state, const Event& event) {
    copyMembers(state, event.data,
                {"category", "owner", "basis", "legal_status", "public_gift", "container", "lot", "donor",
                 "maker", "model", "serial", "weight_g", "location", "site"});
}

void sorted(Value& state, const Event& event) {
    setCategory(state, event.data["category"]);
    copyMembers(state, event.data, {"verdict", "locked", "battery"});
    if (event.data.boolOr("locked", false)) void_(state, "unlocked");
    establish(state, "sorted", event);
}

void tested(Value& state, const Event& event) {
    for (const auto& [test, result] : event.data["tests"].object()) {
        state["tests"][test] = result;
        if (state.has("defects")) forget(state["defects"], test);
    }
    if (event.data["defects"].isObject())
        for (const auto& [test, defect] : event.data["defects"].object())
            state["defects"][test] = defect;
    Value& testers = state["testers"];
    if (testers.isNull()) testers = Value::Array{};
    if (!UnitState(state).wasTestedBy(event.actor)) testers.array().emplace_back(event.actor.text());
    copyMembers(state, event.data, {"functional", "grade"});
    if (event.data.boolOr("complete", false)) establish(state, "tested", event);
}

void repaired(Value& state, const Event& event) {
    for (const Value& test : event.data["tests"].array()) {
        if (state.has("tests")) forget(state["tests"], test.text());
        if (state.has("defects")) forget(state["defects"], test.text());
    }
    establish(state, "repaired", event);
    if (event.data.textOr("part") == "battery") forget(state, "battery");
    if (event.data["tests"].array().empty()) return;
    void_(state, "tested");
    void_(state, "graded");
    voidGrade(state);
}

void controlFailed(Value& state, const Event& event) {
    forget(state, "controller");
    for (const Value& fact : event.data["void"].array()) {
        void_(state, fact.text());
        if (fact.text() == "tested") voidTests(state);
        if (fact.text() == "graded") voidGrade(state);
        if (fact.text() == "unlocked") state["locked"] = true;
        if (fact.text() == "erased") voidErasure(state, event);
    }
}

void driveChecked(Value& state, const Event& event) {
    Value& drive = state["drives"][event.data.textOr("drive")];
    drive["status"] = event.data["drive_stage"];
    if (event.data.textOr("outcome") != "verified") forget(drive, "proven");
    settleErasure(state, event);
}

void erasureRecorded(Value& state, const Event& event) {
    Value& drive = state["drives"][event.data.textOr("drive")];
    drive["status"] = event.data["drive_stage"];
    copyMembers(drive, event.data, {"method", "level", "verification", "second"});
    drive["erased_at"] = event.at;
    if (event.kind == "certify_drive")
        drive["proven"] = true;
    else
        forget(drive, "proven");
    forget(drive, "released");
    if (event.kind == "release_drive") {
        drive["released"] = event.data["tool"];
        forget(drive, "level");
        forget(drive, "verification");
    }
    drivesSeen(state);
    settleErasure(state, event);
}

void driveAttached(Value& state, const Event& event) {
    const Value& data = event.data;
    Value& drive = state["drives"][data.textOr("drive")];
    copyMembers(drive, data,
                {"serial", "model", "medium", "capacity_mb", "slot", "method", "level", "verification",
                 "second", "erased_at", "proven", "released", "labelled"});
    drive["status"] = data["status"];
    forget(state, "no_drive");
    drivesSeen(state);
    if (state.has("taken_out")) forget(state["taken_out"], data.textOr("drive"));
    settleErasure(state, event);
}

/// An empty bay says nothing by itself: the drive that was in it is followed, until another unit has it.
void driveRemoved(Value& state, const Event& event) {
    const std::string drive = event.data.textOr("drive");
    forget(state["drives"], drive);
    if (!event.data.has("to")) state["taken_out"][drive] = event.data["status"];
    settleErasure(state, event);
}

void driveFollowed(Value& state, const Event& event) {
    const std::string drive = event.data.textOr("drive");
    if (std::as_const(state)["drives"].has(drive))
        state["drives"][drive]["status"] = event.data["status"];
    else if (event.data.textOr("status") == "elsewhere")
        forget(state["taken_out"], drive);
    else
        state["taken_out"][drive] = event.data["status"];
    settleErasure(state, event);
}

void cameBack(Value& state, const Event& event) {
    const bool unopened = event.data.boolOr("unopened", false);
    state["unopened"] = unopened;
    leaveRequest(state);
    if (unopened) return;
    voidTests(state);
    void_(state, "graded");
    void_(state, "cleaned");
    voidErasure(state, event);
}

/// The one that stays answers for the drives that were taken out of the other.
void absorbed(Value& state, const Event& event) {
    if (event.data["taken_out"].isObject())
        for (const auto& [drive, status] : event.data["taken_out"].object())
            state["taken_out"][drive] = status;
    if (event.data.boolOr("drives_unseen", false)) state["drives_unseen"] = true;
    settleErasure(state, event);
}

/// Its shelf is kept: where it goes back to when its request ends.
void picked(Value& state, const Event&) {
    copyMembers(state, Value::Object{{"shelf", std::as_const(state)["location"]}}, {"shelf"});
    forget(state, "location");
}

void inventoried(Value& state, const Event& event) {
    state["hardware"] = event.data["hardware"];
    copyMembers(state, event.data["hardware"], {"maker", "model", "serial"});
    state["inventory"] = event.data["report"];
    if (event.data.has("drives_found")) {
        drivesSeen(state);
        settleErasure(state, event);
    }
}

const std::unordered_map<std::string_view, Reader> readers{
    {"receive", received},
    {"sort", sorted},
    {"unlock", [](Value& s, const Event& e) { establish(s, "unlocked", e); }},
    {"record_test", tested},
    {"record_erasure", erasureRecorded},
    {"certify_drive", erasureRecorded},
    {"check_drive", driveChecked},
    {"release_drive", erasureRecorded},
    {"clean", [](Value& s, const Event& e) { establish(s, "cleaned", e); }},
    {"grade",
     [](Value& s, const Event& e) {
         voidGrade(s);
         copyMembers(s, e.data, {"cosmetic", "functional", "grade", "battery_health"});
         establish(s, "graded", e);
     }},
    {"install",
     [](Value& s, const Event& e) {
         copyMembers(s, e.data, {"os", "version", "licence"});
         establish(s, "installed", e);
     }},
    {"repair", repaired},
    {"control", [](Value& s, const Event& e) { s["controller"] = e.actor.text(); }},
    {"fail_control", controlFailed},
    {"stock",
     [](Value& s, const Event& e) {
         copyMembers(s, e.data, {"product", "location", "price_cents", "warranty_months", "channel"});
         s["stocked_at"] = e.at;
         forget(s, "container");
     }},
    {"recheck", [](Value& s, const Event&) { forget(s, "controller"); }},
    {"reserve", [](Value& s, const Event& e) { copyMembers(s, e.data, {"request"}); }},
    {"release", [](Value& s, const Event&) { leaveRequest(s); }},
    {"pick", picked},
    {"unpick",
     [](Value& s, const Event& e) {
         copyMembers(s, e.data, {"location"});
         forget(s, "shelf");
         leaveRequest(s);
     }},
    {"pack",
     [](Value& s, const Event& e) {
         copyMembers(s, e.data, {"accessories", "weight_g"});
     }},
    {"ship",
     [](Value& s, const Event& e) {
         copyMembers(s, e.data, {"carrier", "tracking", "delivery_note"});
     }},
    {"hand_over",
     [](Value& s, const Event& e) {
         copyMembers(s, e.data, {"collection_code", "delivery_note"});
     }},
    {"deliver", [](Value& s, const Event& e) { s["delivered_at"] = e.at; }},
    {"return", cameBack},
    {"restock",
     [](Value& s, const Event& e) {
         copyMembers(s, e.data, {"location"});
         s["stocked_at"] = e.at;
     }},
    {"block",
     [](Value& s, const Event& e) {
         copyMembers(s, e.data, {"reason"});
         leaveRequest(s);
     }},
    {"unblock", [](Value& s, const Event&) { forget(s, "reason"); }},
    {"recycle",
     [](Value& s, const Event& e) {
         copyMembers(s, e.data, {"slip", "weight_g"});
     }},
    {"find", [](Value& s, const Event& e) { copyMembers(s, e.data, {"location"}); }},
    {"move", [](Value& s, const Event& e) { copyMembers(s, e.data, {"location"}); }},
    {"put_in",
     [](Value& s, const Event& e) {
         copyMembers(s, e.data, {"container"});
         forget(s, "location");
     }},
    {"take_out",
     [](Value& s, const Event& e) {
         forget(s, "container");
         copyMembers(s, e.data, {"location"});
     }},
    {"transfer", [](Value& s, const Event& e) { s["in_transit"] = e.data["site"]; }},
    {"arrive",
     [](Value& s, const Event& e) {
         copyMembers(s, Value::Object{{"site", std::as_const(s)["in_transit"]}}, {"site"});
         forget(s, "in_transit");
         copyMembers(s, e.data, {"location"});
     }},
    {"attach_drive", driveAttached},
    {"remove_drive", driveRemoved},
    {"drive_changed", driveFollowed},
    {"confirm_no_drive",
     [](Value& s, const Event& e) {
         s["no_drive"] = true;
         drivesSeen(s);
         settleErasure(s, e);
     }},
    {"record_inventory", inventoried},
    {"relabel",
     [](Value& s, const Event& e) {
         if (e.data.has("drive")) s["drives"][e.data.textOr("drive")]["labelled"] = true;
     }},
    {"correct",
     [](Value& s, const Event& e) {
         if (e.data.textOr("field") == "category")
             setCategory(s, e.data["value"]);
         else
             s[e.data.textOr("field")] = e.data["value"];
     }},
    {"absorb", absorbed},
    {"merge",
     [](Value& s, const Event& e) {
         copyMembers(s, e.data, {"into"});
         leaveRequest(s);
     }},
};

}  // namespace

void foldUnit(Value& state, const Event& event) {
    if (const auto reader = readers.find(event.kind); reader != readers.end()) reader->second(state, event);
}

}  // namespace remise::domain
