#include "server/domain/fold.h"
#include "server/domain/grade.h"
#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/stages.h"
#include "server/domain/unit_rules.h"
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
    return Refusal(refusals::driveDone, {{"drive", drive.code}},
                   {{"stage", stageWords(Subject::drive, drive.stage)}});
}

/// A unit answers for the drive that was taken out of it until another unit holds it.
void releaseFromFormer(Draft& draft, const std::string& unitCode, const Entity& drive) {
    const std::string former = drive.state.textOr("came_from"), driveCode = drive.code;
    const Entity* unit = former.empty() || former == unitCode ? nullptr : draft.find(Subject::unit, former);
    if (unit && unit->state["taken_out"].has(driveCode))
        draft.record(Subject::unit, former, "drive_changed",
                     Value::Object{{"drive", driveCode}, {"status", "elsewhere"}, {"to", unitCode}},
                     unit->stage);
}

/// Where the drive has been out of our hands, somebody may have written on it.
bool hasLeft(const Draft& draft, const std::string& holder) {
    const Entity* unit = draft.find(Subject::unit, holder);
    const StageRow* stage = unit ? findStage(Subject::unit, unit->stage) : nullptr;
    return !stage || !stage->onSite;
}

/// Both histories tell of the move; a certificate goes with its drive.
void place(Draft& draft, const std::string& unitCode, const Entity& drive, const Value& described) {
    const std::string former = drive.state.textOr("unit", drive.state.textOr("came_from"));
    releaseFromFormer(draft, unitCode, drive);
    Value forDrive = described;
    forDrive["unit"] = unitCode;
    const std::string code = drive.code, stage = drive.stage.empty() ? "detected" : drive.stage;
    Value forUnit = Value::Object{{"drive", code}, {"status", stage}};
    copyMembers(forUnit, drive.state, {"serial", "model", "medium", "capacity_mb", "slot", "labelled"});
    if (isDriveDone(stage) || stage == "to_check")
        copyMembers(forUnit, drive.state,
                    {"method", "level", "verification", "second", "erased_at", "proven", "released"});
    copyMembers(forUnit, described, {"serial", "model", "medium", "capacity_mb", "slot"});
    if (!former.empty() && former != unitCode) forUnit["from"] = former;
    draft.record(Subject::drive, code, "attach_drive", forDrive, stage);
    draft.record(Subject::unit, unitCode, "attach_drive", forUnit, draft.get(Subject::unit, unitCode).stage);
}

/// `to`: the unit that it goes to at once; empty when it lies on the bench.
void takeOut(Draft& draft, const std::string& unitCode, const std::string& driveCode, const std::string& to) {
    const std::string stage = draft.get(Subject::drive, driveCode).stage;
    draft.record(Subject::drive, driveCode, "remove_drive", Value::Object{{"unit", unitCode}}, stage);
    Value forUnit = Value::Object{{"drive", driveCode}, {"status", stage}};
    if (!to.empty()) forUnit["to"] = to;
    draft.record(Subject::unit, unitCode, "remove_drive", forUnit, draft.get(Subject::unit, unitCode).stage);
}

/// What fits the line is judged by product, lowest grade and system.
bool lineFits(const Value& line, const Entity& unit) {
    const UnitState state(unit.state);
    const std::string system = line.textOr("os");
    return line.textOr("product") == state.text("product") &&
           gradeReaches(state.text("grade"), line.textOr("lowest_grade")) &&
           (system.empty() || system == state.text("os"));
}

/// How many units each line still waits for: those that are kept fill the first line that they fit.
std::vector<std::int64_t> openPlaces(const Draft& draft, const Entity& request) {
    const Value::Array& lines = request.state["lines"].array();
    std::vector<std::int64_t> open;
    for (const Value& line : lines)
        open.push_back(line.integerOr("quantity", 0));
    for (const auto& [code, stage] : request.state["units"].object()) {
        const Entity* kept = draft.find(Subject::unit, code);
        for (std::size_t i = 0; kept && i < lines.size(); ++i)
            if (open[i] > 0 && lineFits(lines[i], *kept)) {
                --open[i];
                break;
            }
    }
    return open;
}

}  // namespace

Verdict drivesClear(const Entity& unit) {
    const UnitState state(unit.state);
    if (!state.needsErasure()) return {};
    if (state.waitsForCheck())
        return Refusal(refusals::secondCheckOpen, {{"code", unit.code}, {"drive", state.unerasedDrive()}});
    if (const auto drive = state.unerasedDrive(); !drive.empty())
        return Refusal(refusals::drivesNotErased, {{"code", unit.code}, {"drive", drive}});
    if (const auto drive = state.looseDrive(); !drive.empty())
        return Refusal(refusals::driveLoose, {{"code", unit.code}, {"drive", drive}});
    return Refusal(refusals::drivesUnknown, {{"code", unit.code}});
}

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
        if (known->stage == "certified" && !holder.empty() && hasLeft(draft, holder))
            draft.record(Subject::drive, code, "reopen", Value::Object{{"unit", holder}}, "detected");
        if (!holder.empty()) takeOut(draft, holder, code, unit.code);
        place(draft, unit.code, draft.get(Subject::drive, code), facts);
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
    place(draft, unit.code, drive, facts);
    return {};
}

Verdict removeDrive(Draft& draft, const Entity& unit) {
    const std::string code = draft.data().textOr("drive");
    if (auto drive = driveIn(draft, unit, code); !drive) return drive.refusal();
    takeOut(draft, unit.code, code, "");
    return {};
}

void moveDrives(Draft& draft, const Entity& unit, const std::string& to) {
    const Value drives = unit.state["drives"], loose = unit.state["taken_out"];
    if (drives.isObject())
        for (const auto& [code, described] : drives.object()) {
            takeOut(draft, unit.code, code, to);
            place(draft, to, draft.get(Subject::drive, code), Value::Object{});
        }
    // Those that were taken out of it were taken out of the one that stays.
    if (loose.isObject())
        for (const auto& [code, status] : loose.object())
            if (const Entity* drive = draft.find(Subject::drive, code);
                drive && drive->state.textOr("came_from") == unit.code)
                draft.record(Subject::drive, code, "remove_drive", Value::Object{{"unit", to}}, drive->stage);
}

void reopenDrives(Draft& draft, const std::string& unit) {
    const Value drives = draft.get(Subject::unit, unit).state["drives"];
    if (!drives.isObject()) return;
    for (const auto& [code, described] : drives.object()) {
        const Entity* drive = draft.find(Subject::drive, code);
        if (!drive || drive->stage != "certified") continue;
        draft.record(Subject::drive, code, "reopen", Value::Object{{"unit", unit}}, "detected");
        draft.record(Subject::unit, unit, "drive_changed",
                     Value::Object{{"drive", code}, {"status", "detected"}},
                     draft.get(Subject::unit, unit).stage);
    }
}

/// People and tools say what has failed; that a drive is erased only our own reading says (certifyDrive). A
/// second failure sends it to destruction. Old histories hold erasures that two people attested.
Verdict recordErasure(Draft& draft, const Entity& unit) {
    Value data = draft.data();
    const std::string code = data.textOr("drive");
    const auto found = driveIn(draft, unit, code);
    if (!found) return found.refusal();
    const Entity& drive = **found;
    if (!mayBeErased(drive.stage)) return alreadyDone(drive);
    if (data.textOr("outcome") == "erased") return Refusal(refusals::driveNotVerified, {{"drive", code}});
    const bool isToolsWord = data.has("bad_sectors");  // what has happened is recorded, whatever was advised
    if (drive.stage == "failed" && drive.state["method"] == data["method"] && !isToolsWord)
        return Refusal(refusals::otherMethodNeeded, {{"drive", code}});
    data.object().erase("second");  // nobody checked it
    const bool hasBadSectors = data.integerOr("bad_sectors", 0) > 0;
    const bool isSecond = drive.state.integerOr("failures", 0) >= 1;
    const std::string stage = hasBadSectors || isSecond ? "to_destroy" : "failed";
    draft.record(Subject::drive, code, "record_erasure", data, stage);
    data["drive_stage"] = stage;
    draft.record(Subject::unit, unit.code, "record_erasure", data, draft.row().to);
    return {};
}

/// What the report must prove was looked at by whoever sends this: the server itself, from the report's
/// bytes.
Verdict certifyDrive(Draft& draft, const Entity& unit) {
    Value data = draft.data();
    const std::string code = data.textOr("drive");
    const auto found = driveIn(draft, unit, code);
    if (!found) return found.refusal();
    if (!mayBeErased((*found)->stage)) return alreadyDone(**found);
    const std::string stage = data.boolOr("second_check", false) ? "to_check" : "certified";
    draft.record(Subject::drive, code, "certify_drive", data, stage);
    data["drive_stage"] = stage;
    draft.record(Subject::unit, unit.code, "certify_drive", data, draft.row().to);
    return {};
}

/// Only of what nobody can read: what the report must say was looked at by whoever sends this.
Verdict releaseDrive(Draft& draft, const Entity& unit) {
    Value data = draft.data();
    const std::string code = data.textOr("drive");
    const auto found = driveIn(draft, unit, code);
    if (!found) return found.refusal();
    if (!mayBeErased((*found)->stage)) return alreadyDone(**found);
    draft.record(Subject::drive, code, "release_drive", data, "certified");
    data["drive_stage"] = "certified";
    draft.record(Subject::unit, unit.code, "release_drive", data, draft.row().to);
    return {};
}

/// Wiper and verifier are two people. What the second reading does not find erased has failed like any
/// erasure.
Verdict checkDrive(Draft& draft, const Entity& unit) {
    Value data = draft.data();
    const std::string code = data.textOr("drive");
    const auto found = driveIn(draft, unit, code);
    if (!found) return found.refusal();
    const Entity& drive = **found;
    if (drive.stage != "to_check") return alreadyDone(drive);
    if (drive.state.textOr("wiper") == draft.author().lastingActor.text())
        return Refusal(refusals::otherPersonChecks, {{"drive", code}});
    const bool isLast = drive.state.integerOr("failures", 0) >= 1 || data.integerOr("bad_sectors", 0) > 0;
    const std::string stage = data.textOr("outcome") == "verified" ? "certified"
                              : isLast                             ? "to_destroy"
                                                                   : "failed";
    draft.record(Subject::drive, code, "check_drive", data, stage);
    data["drive_stage"] = stage;
    draft.record(Subject::unit, unit.code, "check_drive", data, draft.row().to);
    return {};
}

/// A machine has had its label since its reception; a drive gets its first one when somebody asks for it.
Verdict relabel(Draft& draft, const Entity& unit) {
    Value data = draft.data();
    const std::string code = data.textOr("drive");
    const bool isFirst = data.textOr("reason") == "first";
    if (isFirst && code.empty()) return Refusal(refusals::badData, {{"field", "reason"}});
    if (isFirst != (data.textOr("old") == "none")) return Refusal(refusals::badData, {{"field", "old"}});
    if (code.empty()) return plain(draft, unit);
    const auto found = driveIn(draft, unit, code);
    if (!found) return found.refusal();
    const Entity& drive = **found;
    if (drive.stage == "destroyed") return alreadyDone(drive);
    draft.record(Subject::drive, code, "relabel", data, drive.stage);
    draft.record(unit, data);
    return {};
}

Verdict confirmNoDrive(Draft& draft, const Entity& unit) {
    const UnitState state(unit.state);
    if (const auto drive = state.driveInside(); !drive.empty())
        return Refusal(refusals::hasDrive, {{"code", unit.code}, {"drive", drive}});
    if (containsWord("phone tablet", state.text("category")))
        return Refusal(refusals::memoryInside, {{"code", unit.code}});
    if (auto second = checkSecondPerson(draft); !second) return second;
    Value data = draft.data();
    data["second"] = draft.author().second.text();
    draft.record(unit, data);
    return {};
}

/// A tool has found in this machine a drive that was certified elsewhere: nobody has scanned its label, and
/// where it was meanwhile nobody knows.
void forgetProof(Draft& draft, const std::string& code) {
    const Entity* known = draft.find(Subject::drive, code);
    if (!known || known->stage != "certified") return;
    const std::string holder = known->state.textOr("unit", known->state.textOr("came_from"));
    draft.record(Subject::drive, code, "reopen", Value::Object{{"unit", holder}}, "detected");
}

/// Drives come as codes when their serial is known to us (the server looks them up), else described by
/// serial.
Verdict recordInventory(Draft& draft, const Entity& unit) {
    static constexpr std::string_view hardware =
        "maker=text model=text product=text serial=text category=word chassis=text system=text firmware=text "
        "uefi=bool tpm=text locks=text cpu=text cpu_cores=0..100000 cpu_threads=0..100000 "
        "cpu_mhz=0..1000000 cpu_count=0..1000 cpu_generation=0..1000 memory_mb=0..1000000000 "
        "memory_type=text "
        "memory_modules=0..1000 memory_slots=0..1000 graphics=text screens=text failing_drives=0..1000 "
        "battery_health=0..1000 imei=text sim_cards=0..100 windows_11=bool windows_11_lacks=text "
        "performance_class=1..4";
    const Value data = draft.data();
    if (auto known = checkMembers(hardware, data["hardware"], "hardware"); !known) return known;
    Value own = data;
    own.object().erase("drives");
    if (data["drives"].isArray())
        own["drives_found"] = static_cast<std::int64_t>(data["drives"].array().size());
    draft.record(unit, own);
    if (!data["drives"].isArray()) return {};
    if (data["drives"].array().size() > 64) return Refusal(refusals::badData, {{"field", "drives"}});
    for (const Value& described : data["drives"].array()) {
        const KindRow* row = kindNamed("attach_drive");
        if (auto checked = checkData(*row, described); !checked) return checked;
        const Value drive = asPrinted(*row, described);
        if (unit.state["drives"].has(drive.textOr("drive"))) continue;
        forgetProof(draft, drive.textOr("drive"));
        const Draft::Part part(draft, *row, drive);
        const Entity current = draft.get(Subject::unit, unit.code);
        if (auto attached = attachDrive(draft, current); !attached) return attached;
    }
    return {};
}

/// It is no longer its request's. A parcel that was opened: its drives may hold somebody's data again.
Verdict returnUnit(Draft& draft, const Entity& unit) {
    if (auto left = leaveRequest(draft, unit); !left) return left;
    if (!draft.data().boolOr("unopened", false)) reopenDrives(draft, unit.code);
    return {};
}

Verdict fitsRequest(const Draft& draft, const Entity& request, const Entity& unit) {
    static constexpr std::string_view waiting =
        "queued quoted proposed confirmed paid preparing partly_shipped";
    if (!containsWord(waiting, request.stage))
        return Refusal(refusals::requestNotConfirmed, {{"request", request.code}});
    const UnitState state(unit.state);
    if (state.text("owner") != "ours") return Refusal(refusals::notOurs, {{"code", unit.code}});
    if (const auto channel = state.text("channel"); !channel.empty() && channel != "solidatech")
        return Refusal(refusals::otherChannel, {{"code", unit.code}, {"channel", channel}});
    if (auto sale = mayBeSold(unit); !sale) return sale;
    const std::vector<std::int64_t> open = openPlaces(draft, request);
    const Value::Array& lines = request.state["lines"].array();
    bool asked = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lineFits(lines[i], unit)) continue;
        if (open[i] > 0) return {};
        asked = true;
    }
    if (asked) return Refusal(refusals::lineFull, {{"request", request.code}});
    return Refusal(refusals::otherProduct, {{"code", unit.code}, {"request", request.code}});
}

}  // namespace remise::domain
