#include "server/workshop/passport.h"

#include <algorithm>

#include "server/domain/fold.h"
#include "server/domain/policy.h"
#include "server/impact/impact_rules.h"
#include "server/workshop/unit_json.h"

namespace remise::workshop {

using namespace domain;

namespace {

Value erasureOf(const db::UnitRow& unit) {
    Value::Array drives;
    if (unit.state["drives"].isObject())
        for (const auto& [code, drive] : unit.state["drives"].object()) {
            const std::string status = drive.textOr("status");
            Value shown = Value::Object{{"status", status}};
            copyMembers(
                shown, drive,
                {"medium", "capacity_mb", "method", "level", "verification", "erased_at", "released"});
            if (status == "certified") shown["proof"] = proofOf(drive);
            drives.push_back(std::move(shown));
        }
    const CategoryPolicy* policy = findPolicy(unit.category);
    const bool isNeeded = policy && containsWord(policy->facts, "erased");
    return Value::Object{{"needed", isNeeded},
                         {"done", unit.state["facts"].has("erased")},
                         {"no_drive", unit.state.boolOr("no_drive", false)},
                         {"drives", drives}};
}

/// What has been established about it, and when.
Value stepsOf(const db::UnitRow& unit) {
    Value::Array steps;
    for (const std::string_view fact :
         {"sorted", "tested", "erased", "repaired", "cleaned", "graded", "installed"})
        if (const Value& known = unit.state["facts"][fact]; known.isObject())
            steps.push_back(Value::Object{{"fact", fact}, {"at", known.integerOr("at", 0)}});
    std::stable_sort(steps.begin(), steps.end(), [](const Value& a, const Value& b) {
        return a.integerOr("at", 0) < b.integerOr("at", 0);
    });
    return steps;
}

Value impactOf(const std::string& category) {
    const auto factor = impact::factorOf(category);
    if (!factor) return nullptr;
    Value shown = Value::Object{{"co2_grams_per_year", factor->co2Grams},
                                {"raw_material_grams_per_year", factor->rawMaterialGrams},
                                {"second_life_years", std::int64_t{factor->secondLifeYears}},
                                {"source", "ADEME 2022"}};
    if (factor->wasteGrams > 0) shown["waste_grams_per_year"] = factor->wasteGrams;
    return shown;
}

}  // namespace

Value passportOf(const db::UnitRow& unit) {
    Value passport =
        Value::Object{{"code", unit.code},          {"category", unit.category},
                      {"grade", unit.grade},        {"tested", unit.state["facts"].has("tested")},
                      {"erasure", erasureOf(unit)}, {"impact", impactOf(unit.category)},
                      {"steps", stepsOf(unit)},     {"controlled", unit.state.has("controller")}};
    copyMembers(passport, unit.state, {"maker", "model", "tests", "defects", "os", "battery_health"});
    return passport;
}

}  // namespace remise::workshop
