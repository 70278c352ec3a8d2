#include "server/workshop/unit_json.h"

#include "server/domain/fold.h"
#include "server/domain/unit_state.h"
#include "server/workshop/passport.h"

namespace remise::workshop {

using domain::Value;

Value unitSummary(const db::UnitRow& unit) {
    Value value = Value::Object{{"code", unit.code},
                                {"stage", unit.stage},
                                {"next", unit.next},
                                {"version", unit.version},
                                {"changed_at", domain::formatTime(unit.changedAt)}};
    domain::copyMembers(
        value, unit.state,
        {"category", "maker", "model", "product", "grade", "location", "container", "request"});
    return value;
}

Value unitForAssociation(const db::UnitRow& unit) {
    Value value = passportOf(unit);
    value["stage"] = unit.stage;
    value["next"] = unit.next;
    value["version"] = unit.version;
    value["changed_at"] = domain::formatTime(unit.changedAt);
    domain::copyMembers(value, unit.state,
                        {"request", "product", "price_cents", "warranty_months", "carrier", "tracking"});
    return value;
}

Value unitDetail(const db::UnitRow& unit) {
    Value value = unitSummary(unit);
    domain::copyMembers(
        value, unit.state,
        {"serial",          "owner",    "basis",      "legal_status",   "lot",      "tests",
         "defects",         "cosmetic", "functional", "battery_health", "os",       "price_cents",
         "warranty_months", "carrier",  "tracking",   "delivery_note",  "hardware", "no_drive",
         "in_transit",      "into"});
    value["grade"] = unit.grade;
    value["facts"] = unit.state.has("facts") ? unit.state["facts"] : Value(Value::Object{});
    Value::Array drives = domain::UnitState(unit.state).drives();
    for (Value& drive : drives)
        if (drive["certified"].boolean()) drive["proof"] = proofOf(drive);
    value["drives"] = drives;
    return value;
}

std::string proofOf(const Value& drive) {
    if (drive.has("proven")) return "verified";
    return drive.has("released") ? "released" : "attested";
}

}  // namespace remise::workshop
