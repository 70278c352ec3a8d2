#include "server/domain/policy.h"

#include <algorithm>

#include "server/domain/unit_state.h"

namespace remise::domain {
namespace {

#define REMISE_TESTS_OF_ALL "visual powers_on labels_removed accessories"
#define REMISE_TESTS_OF_PC "post ram cpu_load smart ports tpm bios_unlocked wifi"

// clang-format off
constexpr CategoryPolicy table[] = {
    {"laptop", "portable", "laptop", "sorted unlocked tested erased graded installed cleaned",
     REMISE_TESTS_OF_ALL " " REMISE_TESTS_OF_PC " keyboard trackpad hinge charge battery_runtime screen speakers microphone webcam bluetooth",
     "charger", 18000, 2200},
    {"desktop", "unité centrale", "desktop", "sorted unlocked tested erased graded installed cleaned",
     REMISE_TESTS_OF_ALL " " REMISE_TESTS_OF_PC " fans psu speakers", "power_cord", 15000, 9000},
    {"screen", "écran", "screen", "sorted tested graded cleaned",
     REMISE_TESTS_OF_ALL " panel ports menu_keys stand backlight", "power_cord", 3000, 4500},
    {"phone", "téléphone", "phone", "sorted unlocked tested erased graded cleaned",
     REMISE_TESTS_OF_ALL " imei touch cameras microphone speakers sim wifi nfc sensors buttons battery", "", 10000, 180},
    {"tablet", "tablette", "tablet", "sorted unlocked tested erased graded cleaned",
     REMISE_TESTS_OF_ALL " touch cameras microphone speakers wifi sensors buttons battery", "charger", 10000, 500},
    {"printer", "imprimante", "printer", "sorted tested erased graded cleaned",
     REMISE_TESTS_OF_ALL " page_count test_page consumables network hidden_disk", "power_cord", 3000, 6000},
    {"multifunction", "multifonction", "multifunction", "sorted tested erased graded cleaned",
     REMISE_TESTS_OF_ALL " page_count test_page consumables network hidden_disk", "power_cord", 17000, 35000},
    {"server", "serveur", "server", "sorted unlocked tested erased graded cleaned",
     REMISE_TESTS_OF_ALL " post ram cpu_load smart psu raid bmc_reset", "power_cord", 0, 16000},
    {"network", "réseau", "network", "sorted tested erased graded cleaned",
     REMISE_TESTS_OF_ALL " ports poe reset", "power_cord", 0, 1500},
};
// clang-format on

#undef REMISE_TESTS_OF_ALL
#undef REMISE_TESTS_OF_PC

struct Loose {
    std::string_view name, fr, en;
};
constexpr Loose loose[] = {
    {"charger", "chargeur", "charger"},    {"power_cord", "cordon d'alimentation", "power cord"},
    {"ram", "mémoire", "memory"},          {"keyboard", "clavier", "keyboard"},
    {"mouse", "souris", "mouse"},          {"cable", "câble", "cable"},
    {"dock", "station d'accueil", "dock"}, {"battery", "batterie", "battery"},
    {"mixed", "divers", "mixed"},
};

struct Step {
    std::string_view fact, step;
};
constexpr Step steps[] = {
    {"sorted", "sort"},  {"unlocked", "unlock"}, {"tested", "test"},       {"erased", "erase"},
    {"graded", "grade"}, {"cleaned", "clean"},   {"installed", "install"}, {"repaired", "repair"},
};

struct Onward {
    std::string_view stage, step;
};
constexpr Onward onward[] = {
    {"controlled", "stock"},
    {"reserved", "pick"},
    {"picked", "pack"},
    {"packed", "ship"},
    {"returned", "readmit"},
    {"blocked", "unblock"},
    {"to_dismantle", "dismantle"},
    {"dismantled", "recycle"},
    {"to_recycle", "recycle"},
};

/// Or what comes after it, where nothing of a drive is left to do.
std::string eraseStep(const UnitState& state, const std::string& after) {
    if (!state.needsErasure()) return after;
    return state.waitsForCheck() ? "check" : "erase";
}

std::string nextInWork(const Entity& unit) {
    const UnitState state(unit.state);
    if (!state.hasFact("sorted")) return "sort";
    const std::string verdict = state.text("verdict");
    if (verdict == "recycle" || verdict == "dismantle") return eraseStep(state, verdict);
    if (state.text("battery") == "swollen") return "repair";  // nobody switches it on before
    const CategoryPolicy* policy = findPolicy(state.text("category"));
    std::string missing;
    forEachWord(policy ? policy->facts : "sorted", [&](std::string_view fact) {
        if (missing.empty() && !state.established(fact)) missing = stepOf(fact);
    });
    if (missing == "erase") return eraseStep(state, missing);
    if (!missing.empty()) return missing;
    return state.text("grade") == "R" ? "repair" : "control";
}

}  // namespace

std::span<const CategoryPolicy> policies() {
    return table;
}

const CategoryPolicy* findPolicy(std::string_view category) {
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [&](const auto& row) { return row.category == category; });
    return found == std::end(table) ? nullptr : found;
}

Words goodsWords(std::string_view name) {
    if (const CategoryPolicy* policy = findPolicy(name))
        return {std::string(policy->fr), std::string(policy->en)};
    for (const Loose& row : loose)
        if (row.name == name) return {std::string(row.fr), std::string(row.en)};
    return {std::string(name), std::string(name)};
}

bool isCounted(std::string_view name) {
    return findPolicy(name) || std::any_of(std::begin(loose), std::end(loose),
                                           [&](const Loose& row) { return row.name == name; });
}

bool containsWord(std::string_view words, std::string_view word) {
    if (word.find(' ') != word.npos) return false;
    for (std::size_t at = 0; !word.empty() && (at = words.find(word, at)) != words.npos; at += word.size()) {
        const bool starts = at == 0 || words[at - 1] == ' ';
        const bool ends = at + word.size() == words.size() || words[at + word.size()] == ' ';
        if (starts && ends) return true;
    }
    return false;
}

std::string_view stepOf(std::string_view fact) {
    for (const Step& step : steps)
        if (step.fact == fact) return step.step;
    return fact;
}

std::string nextStep(const Entity& unit) {
    if (UnitState(unit.state).inTransit()) return "arrive";
    if (unit.stage == "received" || unit.stage == "in_work") return nextInWork(unit);
    for (const Onward& row : onward)
        if (row.stage == unit.stage) return std::string(row.step);
    return "";
}

}  // namespace remise::domain
