#include <algorithm>
#include <unordered_map>

#include "server/domain/codes.h"
#include "server/domain/draft.h"
#include "server/domain/grade.h"
#include "server/domain/identifiers.h"
#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/stages.h"
#include "server/domain/unit_drive_rules.h"
#include "server/domain/unit_state.h"

namespace remise::domain {
namespace {

using Rule = Verdict (*)(Draft&, const Entity& unit);
using Details = Refusal::Details;

Details about(const Entity& unit, Details more = {}) {
    more.emplace("code", unit.code);
    return more;
}

/// Anything that leaves or loses the secure zone: every drive done, or two people saw that there is none.
Verdict drivesClear(const Entity& unit) {
    const UnitState state(unit.state);
    if (!state.needsErasure()) return {};
    if (const auto drive = state.unerasedDrive(); !drive.empty())
        return Refusal(refusals::drivesNotErased, about(unit, {{"drive", drive}}));
    return Refusal(refusals::drivesUnknown, about(unit));
}

/// A unit that waits for one of these can no longer be in a request.
Verdict recordAndLeaveRequest(Draft& draft, const Entity& unit, Value data, std::string_view stage) {
    const std::string request = UnitState(unit.state).text("request");
    draft.record(Subject::unit, unit.code, draft.row().name, std::move(data), stage);
    if (!request.empty()) draft.progress(request, draft.get(Subject::unit, unit.code), "");
    return {};
}

/// Records the command's event; the request that the unit is for follows.
Verdict recordForRequest(Draft& draft, const Entity& unit, Value data, Value progress = {}) {
    const std::string request = UnitState(unit.state).text("request");
    draft.record(unit, std::move(data));
    if (!request.empty())
        draft.progress(request, draft.get(Subject::unit, unit.code), draft.row().to, std::move(progress));
    return {};
}

Verdict plain(Draft& draft, const Entity& unit) {
    draft.record(unit, draft.data());
    return {};
}

Verdict receive(Draft& draft, const Entity& unit) {
    const Value& data = draft.data();
    if (!findPolicy(data.textOr("category")))
        return Refusal(refusals::unknownCategory, {{"category", data.textOr("category")}});
    if (!data.has("container") && !data.has("lot")) return Refusal(refusals::containerNeeded);
    if (data.has("container") && !draft.find(Subject::container, data.textOr("container")))
        return Refusal(refusals::unknownCode, {{"code", data.textOr("container")}});
    const Value& label = data["label"];
    if (label.boolOr("asked", false) && normaliseScan(label.textOr("scanned")) != unit.code)
        return Refusal(refusals::labelNotScanned, about(unit));
    return plain(draft, unit);
}

Verdict sort(Draft& draft, const Entity& unit) {
    if (!findPolicy(draft.data().textOr("category")))
        return Refusal(refusals::unknownCategory, {{"category", draft.data().textOr("category")}});
    return plain(draft, unit);
}

Verdict recordTest(Draft& draft, const Entity& unit) {
    const UnitState state(unit.state);
    const CategoryPolicy* policy = findPolicy(state.text("category"));
    if (state.isLocked()) return Refusal(refusals::locked, about(unit));
    if (state.text("battery") == "swollen") return Refusal(refusals::swollenBattery, about(unit));
    const Value& defects = draft.data()["defects"];
    Value tests = unit.state["tests"].isObject() ? unit.state["tests"] : Value(Value::Object{});
    for (const auto& [test, result] : draft.data()["tests"].object()) {
        const std::string answer = result.isText() ? result.text() : "";
        if (answer != "pass" && answer != "fail" && answer != "na")
            return Refusal(refusals::badData, {{"field", "tests." + test.substr(0, 40)}});
        if (!policy || !containsWord(policy->tests, test))
            return Refusal(refusals::unknownTest, {{"test", test.substr(0, 40)}});
        if (answer == "fail" && defects.textOr(test).empty())
            return Refusal(refusals::defectNeeded, {{"test", test}});
        tests[test] = answer;
    }
    if (defects.isObject())
        for (const auto& [test, defect] : defects.object())
            if (!defect.isText() || defect.text().size() > 64 || tests.textOr(test) != "fail")
                return Refusal(refusals::badData, {{"field", "defects." + test.substr(0, 40)}});
    Value data = draft.data();
    bool complete = true;
    for (std::string_view rest = policy->tests; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        complete = complete && tests.has(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    data["complete"] = complete;
    draft.record(unit, data);
    return {};
}

Verdict grade(Draft& draft, const Entity& unit) {
    if (!UnitState(unit.state).hasFact("tested")) return Refusal(refusals::notTested, about(unit));
    Value data = draft.data();
    const std::string functional = functionalGrade(unit.state["tests"], unit.state["defects"]);
    data["functional"] = functional;
    data["grade"] = worseGrade(functional, data.textOr("cosmetic"));
    draft.record(unit, data);
    return {};
}

Verdict install(Draft& draft, const Entity& unit) {
    if (draft.data().textOr("os") == "windows" && !draft.data().has("licence"))
        return Refusal(refusals::licenceNeeded);
    return plain(draft, unit);
}

Verdict repair(Draft& draft, const Entity& unit) {
    for (const Value& test : draft.data()["tests"].array())
        if (!test.isText()) return Refusal(refusals::badData, {{"field", "tests"}});
    return plain(draft, unit);
}

/// Every mandatory fact valid; the controller is not the tester.
Verdict control(Draft& draft, const Entity& unit) {
    const std::string next = nextStep(unit);
    if (next != "control")
        return Refusal(refusals::factMissing,
                       about(unit, {{"step", std::string(stepWord(next, Language::french))}}));
    if (auto clear = drivesClear(unit); !clear) return clear;
    const bool substitute = draft.author().role == Role::leader && draft.data().boolOr("substitute", false);
    if (unit.state["facts"]["tested"].textOr("actor") == draft.author().lastingActor.text() && !substitute)
        return Refusal(refusals::testerControls, about(unit));
    return plain(draft, unit);
}

Verdict failControl(Draft& draft, const Entity& unit) {
    for (const Value& fact : draft.data()["void"].array())
        if (!fact.isText()) return Refusal(refusals::badData, {{"field", "void"}});
    return plain(draft, unit);
}

Verdict stock(Draft& draft, const Entity& unit) {
    if (auto clear = drivesClear(unit); !clear) return clear;
    const UnitState state(unit.state);
    if (const auto letter = state.text("grade"); letter.empty() || letter == "R")
        return Refusal(refusals::notForSale, about(unit, {{"grade", letter}}));
    const Value& data = draft.data();
    if (!data.has("price_cents") || !data.has("warranty_months")) return Refusal(refusals::priceNeeded);
    const CategoryPolicy* policy = findPolicy(state.text("category"));
    if (unit.state.boolOr("public_gift", false) && policy && policy->giftCeilingCents > 0 &&
        data.integerOr("price_cents", 0) > policy->giftCeilingCents)
        return Refusal(refusals::overCeiling, {{"ceiling", std::to_string(policy->giftCeilingCents / 100)}});
    return plain(draft, unit);
}

Verdict reserve(Draft& draft, const Entity& unit) {
    const std::string number = draft.data().textOr("request");
    const Entity* request = draft.find(Subject::request, number);
    if (!request) return Refusal(refusals::unknownCode, {{"code", number}});
    if (auto fits = fitsRequest(draft, *request, unit); !fits) return fits;
    draft.record(unit, draft.data());
    draft.progress(number, draft.get(Subject::unit, unit.code), "reserved");
    return {};
}

Verdict leaveRequest(Draft& draft, const Entity& unit) {
    return recordAndLeaveRequest(draft, unit, draft.data(), draft.row().to);
}

Verdict pick(Draft& draft, const Entity& unit) {
    const std::string number = UnitState(unit.state).text("request");
    const Entity* request = draft.find(Subject::request, number);
    static constexpr std::string_view ready = "confirmed paid preparing partly_shipped";
    if (!request || !containsWord(ready, request->stage))
        return Refusal(refusals::requestNotConfirmed, {{"request", number}});
    return recordForRequest(draft, unit, draft.data());
}

Verdict pack(Draft& draft, const Entity& unit) {
    const CategoryPolicy* policy = findPolicy(UnitState(unit.state).text("category"));
    const auto& packed = draft.data()["accessories"].array();
    if (policy && !policy->accessories.empty() &&
        std::find(packed.begin(), packed.end(), Value(policy->accessories)) == packed.end())
        return Refusal(refusals::accessoryMissing, {{"accessory", std::string(policy->accessories)}});
    Value data = draft.data();
    const std::int64_t usual = policy ? policy->weightGrams : 0, weight = data.integerOr("weight_g", 0);
    if (usual > 0 && weight > 0 && (weight * 10 < usual * 9 || weight * 10 > usual * 11))
        data["unusual_weight"] = true;
    return recordForRequest(draft, unit, data);
}

Verdict unpack(Draft& draft, const Entity& unit) {
    return recordForRequest(draft, unit, draft.data());
}

/// The delivery note is numbered within its request: 2026-00412-BL1.
std::string deliveryNote(const Draft& draft, const Entity& unit) {
    const std::string number = UnitState(unit.state).text("request");
    const Entity* request = draft.find(Subject::request, number);
    return (request ? number : unit.code) + "-BL" + std::to_string(request ? request->version + 1 : 1);
}

Verdict ship(Draft& draft, const Entity& unit) {
    Value data = draft.data();
    const std::string carrier = data.textOr("carrier"), tracking = data.textOr("tracking");
    if (checkTracking(carrier, tracking) == TrackingVerdict::invalid)
        return Refusal(refusals::badTracking, {{"tracking", tracking}, {"carrier", carrier}});
    data["delivery_note"] = deliveryNote(draft, unit);
    return recordForRequest(
        draft, unit, data,
        Value::Object{
            {"carrier", carrier}, {"tracking", tracking}, {"delivery_note", data["delivery_note"]}});
}

Verdict handOver(Draft& draft, const Entity& unit) {
    Value data = draft.data();
    data["delivery_note"] = deliveryNote(draft, unit);
    return recordForRequest(draft, unit, data, Value::Object{{"delivery_note", data["delivery_note"]}});
}

Verdict deliver(Draft& draft, const Entity& unit) {
    return recordForRequest(draft, unit, draft.data());
}

Verdict restock(Draft& draft, const Entity& unit) {
    if (!unit.state.boolOr("unopened", false)) return Refusal(refusals::notUnopened, about(unit));
    if (auto clear = drivesClear(unit); !clear) return clear;
    return plain(draft, unit);
}

Verdict unblock(Draft& draft, const Entity& unit) {
    const bool began = unit.state["facts"].isObject() && !unit.state["facts"].object().empty();
    draft.record(Subject::unit, unit.code, "unblock", draft.data(), began ? "in_work" : "received");
    return {};
}

Verdict leaveSecureZone(Draft& draft, const Entity& unit) {
    if (auto clear = drivesClear(unit); !clear) return clear;
    return plain(draft, unit);
}

Verdict handBack(Draft& draft, const Entity& unit) {
    if (UnitState(unit.state).text("owner") == "ours") return Refusal(refusals::ownerIsUs, about(unit));
    return plain(draft, unit);
}

Verdict find(Draft& draft, const Entity& unit) {
    draft.record(Subject::unit, unit.code, "find", draft.data(),
                 unit.state.textOr("stage_before", "received"));
    return {};
}

Verdict putIn(Draft& draft, const Entity& unit) {
    if (!draft.find(Subject::container, draft.data().textOr("container")))
        return Refusal(refusals::unknownCode, {{"code", draft.data().textOr("container")}});
    return plain(draft, unit);
}

Verdict arrive(Draft& draft, const Entity& unit) {
    if (!UnitState(unit.state).inTransit())
        return Refusal(
            refusals::wrongStage,
            about(unit, {{"stage", std::string(stageWord(Subject::unit, unit.stage, Language::french))}}));
    return plain(draft, unit);
}

Verdict undo(Draft& draft, const Entity& unit) {
    const auto* last = draft.world().beforeLast(unit.code);
    const KindRow* row = last ? kindNamed(last->second.kind) : nullptr;
    const bool mine = last && (last->second.actor == draft.author().actor ||
                               last->second.actor == draft.author().lastingActor);
    if (!row || row->undo != Undo::own || !mine || last->second.seq != unit.version)
        return Refusal(refusals::nothingToUndo, about(unit));
    draft.record(Subject::unit, unit.code, "undo",
                 Value::Object{{"kind", last->second.kind}, {"undoes", last->second.seq}}, last->first.stage,
                 &last->first);
    return {};
}

Verdict correct(Draft& draft, const Entity& unit) {
    Value data = draft.data();
    if (data.textOr("field") == "category" && !findPolicy(data.textOr("value")))
        return Refusal(refusals::unknownCategory, {{"category", data.textOr("value")}});
    if (data.textOr("field") == "public_gift") data["value"] = data.textOr("value") == "true";
    draft.record(unit, data);
    return {};
}

/// The duplicate's record closes; both histories stay, each naming the other.
Verdict merge(Draft& draft, const Entity& unit) {
    const std::string into = draft.data().textOr("into");
    if (into == unit.code) return Refusal(refusals::sameThing, about(unit));
    const Entity* other = draft.find(Subject::unit, into);
    if (!other || other->stage == "merged") return Refusal(refusals::unknownCode, {{"code", into}});
    const std::string stage = other->stage;
    draft.record(unit, draft.data());
    draft.record(Subject::unit, into, "absorb",
                 Value::Object{{"from", unit.code}, {"reason", draft.data()["reason"]}}, stage);
    return {};
}

Verdict report(Draft& draft, const Entity& unit);

const std::unordered_map<std::string_view, Rule> rules{
    {"receive", receive},
    {"sort", sort},
    {"record_test", recordTest},
    {"record_erasure", recordErasure},
    {"grade", grade},
    {"install", install},
    {"repair", repair},
    {"report", report},
    {"control", control},
    {"fail_control", failControl},
    {"stock", stock},
    {"reserve", reserve},
    {"release", leaveRequest},
    {"pick", pick},
    {"unpick", leaveRequest},
    {"pack", pack},
    {"unpack", unpack},
    {"ship", ship},
    {"hand_over", handOver},
    {"deliver", deliver},
    {"return", returnUnit},
    {"restock", restock},
    {"block", leaveRequest},
    {"unblock", unblock},
    {"to_dismantle", leaveSecureZone},
    {"to_recycle", leaveSecureZone},
    {"hand_back", handBack},
    {"find", find},
    {"put_in", putIn},
    {"arrive", arrive},
    {"attach_drive", attachDrive},
    {"remove_drive", removeDrive},
    {"confirm_no_drive", confirmNoDrive},
    {"record_inventory", recordInventory},
    {"undo", undo},
    {"correct", correct},
    {"merge", merge},
};

Verdict applyRule(Draft& draft, const Entity& unit) {
    const auto rule = rules.find(draft.row().name);
    return rule == rules.end() ? plain(draft, unit) : rule->second(draft, unit);
}

/// Several facts atomically: each is decided on what the one before has left.
Verdict report(Draft& draft, const Entity& unit) {
    static constexpr std::string_view allowed =
        "sort unlock record_test record_erasure clean grade install "
        "record_inventory attach_drive";
    const std::string code = unit.code;
    const Value facts = draft.data()["facts"];
    if (facts.array().empty() || facts.array().size() > 64)
        return Refusal(refusals::badData, {{"field", "facts"}});
    for (const Value& fact : facts.array()) {
        const std::string kind = fact.textOr("kind");
        const KindRow* row = containsWord(allowed, kind) ? kindNamed(kind) : nullptr;
        if (!row) return Refusal(refusals::notInReport, {{"kind", kind.substr(0, 40)}});
        if (auto checked = checkData(*row, fact["data"]); !checked) return checked;
        const Draft::Part part(draft, *row, fact["data"]);
        const Entity current = draft.get(Subject::unit, code);
        if (auto verdict = applyRule(draft, current); !verdict) return verdict;
    }
    return {};
}

}  // namespace

Verdict decideUnit(Draft& draft, const Entity& unit) {
    if (unit.stage == "merged") return Refusal(refusals::merged, {{"into", unit.state.textOr("into")}});
    return applyRule(draft, unit);
}

}  // namespace remise::domain
