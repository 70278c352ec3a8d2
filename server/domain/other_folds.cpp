#include <utility>

#include "server/domain/fold.h"

namespace remise::domain {
namespace {

void countLines(Value& lines, const Value& counted) {
    for (const Value& line : counted.array())
        addToLine(lines, line.textOr("category"), line.integerOr("count", 0), line.integerOr("grams", 0));
}

void takeLines(Value& lines, const Value& taken) {
    for (const Value& line : taken.array())
        addToLine(lines, line.textOr("category"), -line.integerOr("count", 0), -line.integerOr("grams", 0));
}

/// A request keeps each of its units with the stage it stands at.
void placeUnit(Value& state, const std::string& unit, std::string_view stage) {
    if (stage.empty())
        state["units"].object().erase(unit);
    else
        state["units"][unit] = stage;
}

}  // namespace

void foldDrive(Value& state, const Event& event) {
    const Value& data = event.data;
    if (event.kind == "attach_drive") {
        copyMembers(state, data, {"serial", "model", "medium", "capacity_mb", "slot", "unit"});
        state.object().erase("came_from");
    } else if (event.kind == "remove_drive") {
        state.object().erase("unit");
        copyMembers(state, Value::Object{{"came_from", data["unit"]}}, {"came_from"});
    } else if (event.kind == "record_erasure") {
        copyMembers(state, data, {"method", "level", "verification", "second", "report"});
        state["erased_at"] = event.at;
        state.object().erase("proven");
        if (event.stageAfter == "certified") {
            state["wiper"] = event.actor.text();
            state["attested"] = true;
            state.object().erase("failures");
        } else {
            state["failures"] = state.integerOr("failures", 0) + 1;
        }
    } else if (event.kind == "certify_drive") {
        for (const char* former :
             {"policy", "verifier", "check_report", "checked_at", "second_check", "released"})
            state.object().erase(former);
        copyMembers(state, data,
                    {"method", "level", "verification", "report", "tool", "policy", "second_check"});
        state["erased_at"] = event.at;
        state["wiper"] = event.actor.text();
        state["proven"] = true;
        state.object().erase("attested");
        // One that is drawn and does not hold has failed for the second time.
        if (event.stageAfter == "certified") state.object().erase("failures");
    } else if (event.kind == "release_drive") {
        for (const char* former : {"attested", "proven", "failures", "level", "verification"})
            state.object().erase(former);
        copyMembers(state, data, {"method", "report", "tool", "policy"});
        state["erased_at"] = event.at;
        state["released"] = event.actor.text();
    } else if (event.kind == "check_drive") {
        state["check_report"] = data["report"];
        state["verifier"] = event.actor.text();
        state["checked_at"] = event.at;
        if (event.stageAfter == "certified") {
            state.object().erase("failures");
        } else {
            state.object().erase("proven");
            state["failures"] = state.integerOr("failures", 0) + 1;
        }
    } else if (event.kind == "relabel") {
        state["labelled"] = true;
    } else if (event.kind == "seal_drive") {
        copyMembers(state, data, {"bin", "second", "site"});
    } else if (event.kind == "confirm_destruction") {
        copyMembers(state, data, {"list", "slip"});
    } else if (event.kind == "destroy_drive") {
        copyMembers(state, data, {"method", "slip", "second"});
    } else if (event.kind == "reopen") {
        for (const char* former : {"attested", "proven", "released"})
            state.object().erase(former);
    }
}

void foldContainer(Value& state, const Event& event) {
    const Value& data = event.data;
    if (event.kind == "open_container") {
        copyMembers(state, data, {"container_kind", "site", "donor", "location", "seal", "weight_g"});
        state["lines"] = Value::Object{};
    } else if (event.kind == "count") {
        state["lines"] = Value::Object{};
        countLines(state["lines"], data["lines"]);
    } else if (event.kind == "split" || event.kind == "combine") {
        // The same event stands in both histories: `gives` tells the two apart.
        if (data.boolOr("gives", false)) {
            takeLines(state["lines"], data["lines"]);
            if (event.kind == "combine") state["into"] = data["other"];
        } else {
            countLines(state["lines"], data["lines"]);
        }
    } else if (event.kind == "transfer_container") {
        state["in_transit"] = data["site"];
    } else if (event.kind == "arrive_container") {
        copyMembers(state, Value::Object{{"site", std::as_const(state)["in_transit"]}}, {"site"});
        state.object().erase("in_transit");
        copyMembers(state, data, {"location"});
    } else if (event.kind == "move_container") {
        copyMembers(state, data, {"location"});
    }
}

void foldRequest(Value& state, const Event& event) {
    const Value& data = event.data;
    if (event.kind == "submit") {
        copyMembers(state, data, {"way", "association", "lines", "purpose"});
        state["units"] = Value::Object{};
        state["submitted_at"] = event.at;
    } else if (event.kind == "complete") {
        copyMembers(state, data, {"lines", "purpose"});
        state.object().erase("missing");
    } else if (event.kind == "validate") {
        copyMembers(state, data, {"pay_later"});
    } else if (event.kind == "return_for_completion") {
        copyMembers(state, data, {"missing"});
    } else if (event.kind == "propose") {
        for (const Value& unit : data["units"].array())
            placeUnit(state, unit.text(), "reserved");
    } else if (event.kind == "decline" || event.kind == "cancel" || event.kind == "refuse") {
        state["units"] = Value::Object{};
        copyMembers(state, data, {"reason"});
    } else if (event.kind == "progress") {
        placeUnit(state, data.textOr("unit"), data.textOr("unit_stage"));
        copyMembers(state, data, {"delivery_note", "carrier", "tracking"});
    } else if (event.kind == "pay") {
        copyMembers(state, data, {"means", "amount_cents"});
    }
}

}  // namespace remise::domain
