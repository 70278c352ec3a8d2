#include <algorithm>

#include "server/domain/codes.h"
#include "server/domain/grade.h"
#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/stages.h"
#include "server/domain/unit_rules.h"
#include "server/domain/unit_state.h"

namespace remise::domain {
namespace {

Refusal unknownCategory(const Value& data) {
    return Refusal(refusals::unknownCategory, {{"category", data.textOr("category")}});
}

Value objectOr(const Value& value) {
    return value.isObject() ? value : Value(Value::Object{});
}

/// Each answer is pass, fail or na, of a test that the category has; each fail says what does not work.
Verdict checkAnswers(const Value& data, const CategoryPolicy* policy) {
    const Value::Object& tests = data["tests"].object();
    if (tests.empty()) return Refusal(refusals::badData, {{"field", "tests"}});
    for (const auto& [test, answer] : tests) {
        if (!policy || !containsWord(policy->tests, test))
            return Refusal(refusals::unknownTest, {{"test", test}});
        if (!answer.isText() || !containsWord("pass fail na", answer.text()))
            return Refusal(refusals::badData, {{"field", "tests." + test}});
        if (answer.text() == "fail" && data["defects"].textOr(test).empty())
            return Refusal(refusals::defectNeeded, {{"test", test}});
    }
    return {};
}

Verdict checkDefects(const Value& defects, const Value& tests) {
    if (!defects.isObject()) return {};
    for (const auto& [test, defect] : defects.object())
        if (!defect.isText() || !isWord(defect.text()) || tests.textOr(test) != "fail")
            return Refusal(refusals::badData, {{"field", "defects." + test}});
    return {};
}

bool areAllAnswered(std::string_view mandatory, const Value& tests) {
    bool all = true;
    forEachWord(mandatory, [&](std::string_view test) { all = all && tests.has(test); });
    return all;
}

/// The public grade is the worse of the two: it is known once both are.
void addGrade(Value& data, const Value& tests, const Value& defects, const std::string& cosmetic) {
    const std::string functional = functionalGrade(tests, defects);
    data["functional"] = functional;
    data["grade"] = worseGrade(functional, cosmetic);
}

}  // namespace

Verdict receive(Draft& draft, const Entity& unit) {
    const Value& data = draft.data();
    if (!findPolicy(data.textOr("category"))) return unknownCategory(data);
    if (!data.has("container") && !data.has("lot")) return Refusal(refusals::containerNeeded);
    if (data.has("container"))
        if (auto container = openContainer(draft, data.textOr("container")); !container)
            return container.refusal();
    const Value& label = data["label"];
    if (label.boolOr("asked", false) && normaliseScan(label.textOr("scanned")) != unit.code)
        return Refusal(refusals::labelNotScanned, {{"code", unit.code}});
    if (data.has("label"))
        if (auto known = checkMembers("asked=bool scanned=text", label, "label"); !known) return known;
    Value here = data;
    if (const std::string& site = draft.author().site; !site.empty()) here["site"] = site;
    draft.record(unit, here);
    return {};
}

Verdict sort(Draft& draft, const Entity& unit) {
    if (!findPolicy(draft.data().textOr("category"))) return unknownCategory(draft.data());
    return plain(draft, unit);
}

Verdict recordTest(Draft& draft, const Entity& unit) {
    const UnitState state(unit.state);
    if (state.isLocked()) return Refusal(refusals::locked, {{"code", unit.code}});
    if (state.text("battery") == "swollen") return Refusal(refusals::swollenBattery, {{"code", unit.code}});
    const CategoryPolicy* policy = findPolicy(state.text("category"));
    Value data = draft.data();
    if (auto answers = checkAnswers(draft.data(), policy); !answers) return answers;
    Value tests = objectOr(unit.state["tests"]), defects = objectOr(unit.state["defects"]);
    for (const auto& [test, answer] : draft.data()["tests"].object()) {
        tests[test] = answer;
        defects.object().erase(test);
    }
    const Value& found = draft.data()["defects"];
    if (auto named = checkDefects(found, tests); !named) return named;
    if (found.isObject())
        for (const auto& [test, defect] : found.object())
            defects[test] = defect;
    const bool complete = areAllAnswered(policy->tests, tests);
    data["complete"] = complete;
    if (complete && state.hasFact("graded")) addGrade(data, tests, defects, state.text("cosmetic"));
    draft.record(unit, data);
    return {};
}

Verdict grade(Draft& draft, const Entity& unit) {
    Value data = draft.data();
    if (UnitState(unit.state).hasFact("tested"))
        addGrade(data, unit.state["tests"], unit.state["defects"], data.textOr("cosmetic"));
    draft.record(unit, data);
    return {};
}

Verdict install(Draft& draft, const Entity& unit) {
    if (draft.data().textOr("os") == "windows" && !draft.data().has("licence"))
        return Refusal(refusals::licenceNeeded);
    return plain(draft, unit);
}

Verdict repair(Draft& draft, const Entity& unit) {
    const CategoryPolicy* policy = findPolicy(UnitState(unit.state).text("category"));
    if (draft.data()["tests"].array().size() > 64) return Refusal(refusals::badData, {{"field", "tests"}});
    for (const Value& test : draft.data()["tests"].array()) {
        if (!test.isText()) return Refusal(refusals::badData, {{"field", "tests"}});
        if (!policy || !containsWord(policy->tests, test.text()))
            return Refusal(refusals::unknownTest, {{"test", test.text()}});
    }
    return plain(draft, unit);
}

/// Every mandatory fact valid; the controller is none of the testers.
Verdict control(Draft& draft, const Entity& unit) {
    const std::string next = nextStep(unit);
    if (next == "erase" || next == "check" || next == "control")
        if (auto clear = drivesClear(unit); !clear) return clear;
    if (next != "control")
        return Refusal(refusals::factMissing, {{"code", unit.code}}, {{"step", stepWords(next)}});
    const bool substitute = draft.author().role == Role::leader && draft.data().boolOr("substitute", false);
    if (UnitState(unit.state).wasTestedBy(draft.author().lastingActor) && !substitute)
        return Refusal(refusals::testerControls, {{"code", unit.code}});
    return plain(draft, unit);
}

Verdict failControl(Draft& draft, const Entity& unit) {
    static constexpr std::string_view facts =
        "sorted unlocked erased tested repaired cleaned graded installed";
    const Value::Array& again = draft.data()["void"].array();
    for (const Value& fact : again)
        if (!fact.isText() || !containsWord(facts, fact.text()))
            return Refusal(refusals::badData, {{"field", "void"}});
    if (again.empty() || again.size() > 8) return Refusal(refusals::badData, {{"field", "void"}});
    const std::string code = unit.code;
    draft.record(unit, draft.data());
    if (std::find(again.begin(), again.end(), Value("erased")) != again.end()) reopenDrives(draft, code);
    return {};
}

}  // namespace remise::domain
