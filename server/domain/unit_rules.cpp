#include "server/domain/unit_rules.h"

#include <unordered_map>

#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/stages.h"
#include "server/domain/unit_state.h"

namespace remise::domain {
namespace {

using Rule = Verdict (*)(Draft&, const Entity& unit);

Verdict unblock(Draft& draft, const Entity& unit) {
    const bool began = unit.state["facts"].isObject() && !unit.state["facts"].object().empty();
    draft.record(Subject::unit, unit.code, "unblock", draft.data(), began ? "in_work" : "received");
    return {};
}

/// What is for sale can be found: on a shelf that we know.
Verdict checkShelf(const Draft& draft, std::string_view stage) {
    if (containsWord("in_stock reserved", stage) && !draft.data().has("location"))
        return Refusal(refusals::missingData, {{"field", "location"}});
    return {};
}

/// Back to where it was; what was kept for a request that has ended meanwhile is in stock.
Verdict find(Draft& draft, const Entity& unit) {
    std::string stage = unit.state.textOr("stage_before", "received");
    if (containsWord("reserved picked packed", stage) && !unit.state.has("request")) stage = "in_stock";
    if (auto shelf = checkShelf(draft, stage); !shelf) return shelf;
    draft.record(Subject::unit, unit.code, "find", draft.data(), stage);
    return {};
}

Verdict putIn(Draft& draft, const Entity& unit) {
    if (auto container = openContainer(draft, draft.data().textOr("container")); !container)
        return container.refusal();
    return plain(draft, unit);
}

Verdict takeOut(Draft& draft, const Entity& unit) {
    if (auto shelf = checkShelf(draft, unit.stage); !shelf) return shelf;
    return plain(draft, unit);
}

Verdict arrive(Draft& draft, const Entity& unit) {
    if (!UnitState(unit.state).inTransit()) return wrongStage(unit);
    if (auto here = checkArrival(draft, unit); !here) return here;
    return plain(draft, unit);
}

Verdict report(Draft& draft, const Entity& unit);

const std::unordered_map<std::string_view, Rule> rules{
    {"receive", receive},
    {"sort", sort},
    {"record_test", recordTest},
    {"record_erasure", recordErasure},
    {"certify_drive", certifyDrive},
    {"check_drive", checkDrive},
    {"release_drive", releaseDrive},
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
    {"unpack", followRequest},
    {"ship", ship},
    {"hand_over", handOver},
    {"deliver", followRequest},
    {"return", returnUnit},
    {"restock", restock},
    {"block", leaveRequest},
    {"unblock", unblock},
    {"to_dismantle", leaveSecureZone},
    {"dismantle", dismantle},
    {"to_recycle", leaveSecureZone},
    {"recycle", leaveSecureZone},
    {"hand_back", handBack},
    {"find", find},
    {"put_in", putIn},
    {"take_out", takeOut},
    {"arrive", arrive},
    {"attach_drive", attachDrive},
    {"remove_drive", removeDrive},
    {"confirm_no_drive", confirmNoDrive},
    {"record_inventory", recordInventory},
    {"relabel", relabel},
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
        if (!row) return Refusal(refusals::notInReport, {{"kind", kind}});
        if (auto checked = checkData(*row, fact["data"]); !checked) return checked;
        const Value data = asPrinted(*row, fact["data"]);
        const Draft::Part part(draft, *row, data);
        const Entity current = draft.get(Subject::unit, code);
        if (auto verdict = applyRule(draft, current); !verdict) return verdict;
    }
    return {};
}

}  // namespace

Refusal wrongStage(const Entity& entity) {
    return Refusal(refusals::wrongStage, {{"code", entity.code}},
                   {{"stage", stageWords(entity.subject, entity.stage)}});
}

Outcome<const Entity*> openContainer(const Draft& draft, const std::string& code) {
    const Entity* container = draft.find(Subject::container, code);
    if (!container) return Refusal(refusals::unknownCode, {{"code", code}});
    if (container->stage != "open") return wrongStage(*container);
    return container;
}

Verdict checkArrival(const Draft& draft, const Entity& entity) {
    const std::string site = entity.state.textOr("in_transit");
    if (draft.author().site != site)
        return Refusal(refusals::expectedElsewhere, {{"code", entity.code}, {"site", site}});
    return {};
}

Verdict plain(Draft& draft, const Entity& unit) {
    draft.record(unit, draft.data());
    return {};
}

Verdict decideUnit(Draft& draft, const Entity& unit) {
    static constexpr std::string_view onTheWay = "arrive lose find block unblock note undo correct merge";
    if (unit.stage == "merged") return Refusal(refusals::merged, {{"into", unit.state.textOr("into")}});
    const UnitState state(unit.state);
    if (state.inTransit() && !containsWord(onTheWay, draft.row().name))
        return Refusal(refusals::inTransit, {{"code", unit.code}, {"site", state.text("in_transit")}});
    return applyRule(draft, unit);
}

}  // namespace remise::domain
