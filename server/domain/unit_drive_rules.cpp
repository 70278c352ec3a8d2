#include "server/domain/unit_drive_rules.h"

#include "server/domain/fold.h"
#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/stages.h"
#include "server/domain/unit_state.h"

namespace remise::domain {
namespace {

/// A drive that a unit holds now, or the refusal.
Outcome<const Entity*> driveIn(const Draft& draft, const Entity& unit, const std::string& code) {
    const Entity* drive = draft.find(Subject::drive, code);
    if (!drive) return Refusal(refusals::unknownCode, {{"code", code}});
    if (drive->state.textOr("unit") != unit.code)
        return Refusal(refusals::driveElsewhere, {{"drive", code}, {"code", unit.code}});
    return drive;
}

Refusal alreadyDone(const Entity& drive) {
    return Refusal(refusals::driveDone,
                   {{"drive", drive.code},
                    {"stage", std::string(stageWord(Subject::drive, drive.stage, Language::french))}});
}

/// Both histories tell of the move; a certificate goes with its drive.
void place(Draft& draft, const Entity& unit, const Entity& drive, const Value& described) {
    Value forDrive = described, forUnit = drive.state;
    forDrive["unit"] = unit.code;
    const std::string stage = drive.stage.empty() ? "detected" : drive.stage;
    Value data = Value::Object{{"drive", drive.code}, {"status", stage}};
    copyMembers(data, forUnit, {"serial", "model", "medium", "capacity_mb", "slot", "method", "level"});
    copyMembers(data, described, {"serial", "model", "medium", "capacity_mb", "slot"});
    const std::string code = drive.code;
    draft.record(Subject::drive, code, "attach_drive", forDrive, stage);
    draft.record(Subject::unit, unit.code, "attach_drive", data, draft.get(Subject::unit, unit.code).stage);
}

void takeOut(Draft& draft, const std::string& unitCode, const std::string& driveCode) {
    draft.record(Subject::drive, driveCode, "remove_drive", Value::Object{{"unit", unitCode}},
                 draft.get(Subject::drive, driveCode).stage);
    draft.record(Subject::unit, unitCode, "remove_drive", Value::Object{{"drive", driveCode}},
                 draft.get(Subject::unit, unitCode).stage);
}

}  // namespace

Verdict checkSecondPerson(const Draft& draft) {
    if (draft.author().second.isNil()) return Refusal(refusals::secondPersonNeeded);
    if (draft.author().second == draft.author().lastingActor) return Refusal(refusals::samePerson);
    return {};
}

Verdict attachDrive(Draft& draft, const Entity& unit) {
    const Value described = draft.data();
    const std::string code = described.textOr("drive");
    Value facts = Value::Object{};
    copyMembers(facts, described, {"serial", "model", "medium", "capacity_mb", "slot"});
    if (const Entity* known = code.empty() ? nullptr : draft.find(Subject::drive, code)) {
        const std::string holder = known->state.textOr("unit");
        if (holder == unit.code) return Refusal(refusals::alreadyKnown, {{"code", code}});
        if (known->stage == "in_custody" || known->stage == "destroyed") return alreadyDone(*known);
        if (!holder.empty()) takeOut(draft, holder, code);
        place(draft, unit, draft.get(Subject::drive, code), facts);
        return {};
    }
    if (code.empty() && !described.has("serial")) return Refusal(refusals::driveUnknownIdentity);
    Entity drive;
    if (code.empty()) {
        drive = draft.world().beginNew(Subject::drive);
    } else {
        auto begun = draft.world().begin(Subject::drive, code);
        if (!begun) return begun.refusal();
        drive = *begun;
    }
    draft.begin(drive);
    place(draft, unit, drive, facts);
    return {};
}

Verdict removeDrive(Draft& draft, const Entity& unit) {
    const std::string code = draft.data().textOr("drive");
    if (auto drive = driveIn(draft, unit, code); !drive) return drive.refusal();
    takeOut(draft, unit.code, code);
    return {};
}

/// For now a drive is certified by the word of two people (`attested`): the one who erased and the one who
/// verified. A second failure sends it to destruction.
Verdict recordErasure(Draft& draft, const Entity& unit) {
    Value data = draft.data();
    const std::string code = data.textOr("drive");
    const auto found = driveIn(draft, unit, code);
    if (!found) return found.refusal();
    const Entity& drive = **found;
    if (drive.stage != "detected" && drive.stage != "failed") return alreadyDone(drive);
    std::string stage;
    if (data.textOr("outcome") == "erased") {
        if (auto second = checkSecondPerson(draft); !second) return second;
        if (!data.has("verification")) return Refusal(refusals::missingData, {{"field", "verification"}});
        data["second"] = draft.author().second.text();
        stage = "certified";
    } else {
        stage = drive.state.integerOr("attempts", 0) >= 1 ? "to_destroy" : "failed";
    }
    draft.record(Subject::drive, code, "record_erasure", data, stage);
    data["drive_stage"] = stage;
    draft.record(Subject::unit, unit.code, "record_erasure", data, draft.row().to);
    return {};
}

Verdict confirmNoDrive(Draft& draft, const Entity& unit) {
    const UnitState state(unit.state);
    if (const auto drive = state.unerasedDrive(); !drive.empty())
        return Refusal(refusals::hasDrive, {{"code", unit.code}, {"drive", drive}});
    if (auto second = checkSecondPerson(draft); !second) return second;
    Value data = draft.data();
    data["second"] = draft.author().second.text();
    draft.record(unit, data);
    return {};
}

/// Drives come as codes when their serial is known to us (the server looks them up), else described by
/// serial.
Verdict recordInventory(Draft& draft, const Entity& unit) {
    const Value data = draft.data();
    Value own = data;
    own.object().erase("drives");
    draft.record(unit, own);
    if (!data["drives"].isArray()) return {};
    for (const Value& described : data["drives"].array()) {
        const std::string code = described.textOr("drive");
        if (!code.empty() && unit.state["drives"].has(code)) continue;
        const KindRow* row = kindNamed("attach_drive");
        if (auto checked = checkData(*row, described); !checked) return checked;
        const Draft::Part part(draft, *row, described);
        const Entity current = draft.get(Subject::unit, unit.code);
        if (auto attached = attachDrive(draft, current); !attached) return attached;
    }
    return {};
}

/// A parcel that was opened: its drives may hold somebody's data again.
Verdict returnUnit(Draft& draft, const Entity& unit) {
    const Value data = draft.data();
    const std::string code = unit.code;
    const Value drives = unit.state["drives"];
    draft.record(unit, data);
    if (!data.boolOr("unopened", false) && drives.isObject())
        for (const auto& [drive, described] : drives.object())
            if (draft.find(Subject::drive, drive) && draft.get(Subject::drive, drive).stage == "certified")
                draft.record(Subject::drive, drive, "return", Value::Object{{"unit", code}}, "detected");
    return {};
}

Verdict fitsRequest(const Draft& draft, const Entity& request, const Entity& unit) {
    static constexpr std::string_view open = "queued quoted proposed confirmed paid preparing partly_shipped";
    if (!containsWord(open, request.stage))
        return Refusal(refusals::requestNotConfirmed, {{"request", request.code}});
    const std::string product = UnitState(unit.state).text("product");
    std::int64_t wanted = 0;
    for (const Value& line : request.state["lines"].array())
        if (line.textOr("product") == product) wanted += line.integerOr("quantity", 0);
    if (wanted == 0) return Refusal(refusals::otherProduct, {{"code", unit.code}, {"request", request.code}});
    for (const auto& [code, stage] : request.state["units"].object())
        if (const Entity* kept = draft.find(Subject::unit, code);
            kept && UnitState(kept->state).text("product") == product)
            --wanted;
    if (wanted <= 0) return Refusal(refusals::lineFull, {{"request", request.code}});
    return {};
}

}  // namespace remise::domain
