#include "server/domain/fold.h"
#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/stages.h"
#include "server/domain/unit_rules.h"
#include "server/domain/unit_state.h"

namespace remise::domain {
namespace {

constexpr Roles leaders = Role::leader | Role::admin | Role::system;

/// What was corrected must be what its first record could have said.
Verdict checkCorrection(const std::string& field, const std::string& value) {
    if (field == "category" && !findPolicy(value))
        return Refusal(refusals::unknownCategory, {{"category", value}});
    if (field == "public_gift")
        return containsWord("true false", value) ? Verdict()
                                                 : Refusal(refusals::badData, {{"field", "value"}});
    for (const Field& known : fieldsOf(*kindNamed("receive")))
        if (known.name == field && !hasType(value, known.type))
            return Refusal(refusals::badData, {{"field", "value"}});
    return {};
}

/// What it is sold as. While it is for sale, or would come back to stock as it is, only the workshop changes
/// that: the tests and the grade that it is sold by were made for what it was said to be.
Verdict checkNotForSale(const Entity& unit, std::string_view field) {
    if (!containsWord("category owner public_gift", field)) return {};
    const std::string stage = unit.stage == "lost" ? unit.state.textOr("stage_before") : unit.stage;
    if (containsWord("in_stock reserved picked packed", stage))
        return Refusal(refusals::recheckFirst, {{"code", unit.code}},
                       {{"stage", stageWords(Subject::unit, stage)}});
    return {};
}

/// A record that another one may be merged into: of something that is here.
Outcome<const Entity*> standing(const Draft& draft, const std::string& code) {
    const Entity* unit = draft.find(Subject::unit, code);
    if (!unit || unit->stage == "merged") return Refusal(refusals::unknownCode, {{"code", code}});
    const StageRow* stage = findStage(Subject::unit, unit->stage);
    if (!stage || !stage->onSite) return wrongStage(*unit);
    if (const UnitState state(unit->state); state.inTransit())
        return Refusal(refusals::inTransit, {{"code", code}, {"site", state.text("in_transit")}});
    return unit;
}

}  // namespace

/// One's own last answer; a leader with PIN may take back another's.
Verdict undo(Draft& draft, const Entity& unit) {
    const auto* last = draft.world().beforeLast(unit.code);
    const KindRow* row = last ? kindNamed(last->second.kind) : nullptr;
    if (!row || row->undo != Undo::own || last->second.seq != unit.version)
        return Refusal(refusals::nothingToUndo, {{"code", unit.code}});
    const Author& author = draft.author();
    const bool mine = last->second.actor == author.actor || last->second.actor == author.lastingActor;
    if (!mine && !(author.pinChecked && leaders.contains(author.role)))
        return Refusal(refusals::nothingToUndo, {{"code", unit.code}});
    draft.record(Subject::unit, unit.code, "undo",
                 Value::Object{{"kind", last->second.kind}, {"undoes", last->second.seq}}, last->first.stage,
                 &last->first);
    return {};
}

Verdict correct(Draft& draft, const Entity& unit) {
    Value data = draft.data();
    const std::string field = data.textOr("field"), value = data.textOr("value");
    if (auto checked = checkCorrection(field, value); !checked) return checked;
    if (auto free = checkNotForSale(unit, field); !free) return free;
    if (field == "public_gift") data["value"] = value == "true";
    draft.record(unit, data);
    return {};
}

/// The duplicate's record closes and its drives go over; both histories stay, each naming the other.
Verdict merge(Draft& draft, const Entity& unit) {
    const std::string into = draft.data().textOr("into");
    if (into == unit.code) return Refusal(refusals::sameThing, {{"code", into}});
    const auto other = standing(draft, into);
    if (!other) return other.refusal();
    const std::string stage = (*other)->stage;
    Value told = Value::Object{{"from", unit.code}, {"reason", draft.data()["reason"]}};
    copyMembers(told, unit.state, {"taken_out", "drives_unseen"});
    moveDrives(draft, unit, into);
    if (auto left = leaveRequest(draft, unit); !left) return left;
    draft.record(Subject::unit, into, "absorb", told, stage);
    return {};
}

}  // namespace remise::domain
