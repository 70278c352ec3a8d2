#include "server/domain/policy.h"
#include "server/domain/refusals.h"
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
    if (field == "public_gift") data["value"] = value == "true";
    draft.record(unit, data);
    return {};
}

/// The duplicate's record closes and its drives go over; both histories stay, each naming the other.
Verdict merge(Draft& draft, const Entity& unit) {
    const std::string into = draft.data().textOr("into");
    if (into == unit.code) return Refusal(refusals::sameThing, {{"code", into}});
    const Entity* other = draft.find(Subject::unit, into);
    if (!other || other->stage == "merged") return Refusal(refusals::unknownCode, {{"code", into}});
    const std::string stage = other->stage;
    moveDrives(draft, unit, into);
    if (auto left = leaveRequest(draft, unit); !left) return left;
    draft.record(Subject::unit, into, "absorb",
                 Value::Object{{"from", unit.code}, {"reason", draft.data()["reason"]}}, stage);
    return {};
}

}  // namespace remise::domain
