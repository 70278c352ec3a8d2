#include "terminal/known_unit.h"

#include "server/domain/decide.h"
#include "server/domain/fold.h"
#include "server/domain/unit_state.h"

namespace remise::terminal {

using domain::Entity;
using domain::Event;
using domain::Value;

namespace {

Event eventFrom(const Value& json) {
    Event event;
    event.seq = json.integerOr("seq", 0);
    event.command = domain::Uuid::parse(json.textOr("command")).value_or(domain::Uuid{});
    event.kind = json.textOr("kind");
    event.kindVersion = static_cast<int>(json.integerOr("kind_version", 1));
    event.at = json.integerOr("at", 0);
    event.recordedAt = json.integerOr("recorded_at", 0);
    event.station = json.textOr("station");
    event.actor = domain::Uuid::parse(json.textOr("actor")).value_or(domain::Uuid{});
    event.stageAfter = json.textOr("stage_after");
    event.data = json["data"];
    return event;
}

Value toValue(const Entity& entity) {
    return Value::Object{
        {"code", entity.code}, {"stage", entity.stage}, {"version", entity.version}, {"state", entity.state}};
}

std::optional<Entity> entityFrom(const Value& json) {
    Entity entity;
    entity.code = json.textOr("code");
    entity.stage = json.textOr("stage");
    entity.version = json.integerOr("version", 0);
    entity.state = json["state"];
    if (entity.code.empty() || !entity.exists() || !entity.state.isObject()) return {};
    return entity;
}

}  // namespace

std::optional<KnownUnit> foldedFrom(const Value& detail) {
    if (!detail["events"].isArray()) return {};
    KnownUnit unit;
    unit.now.code = detail.textOr("code");
    for (const Value& json : detail["events"].array()) {
        const Event event = eventFrom(json);
        if (event.seq != unit.now.version + 1 || (event.kind == "undo" && !unit.before)) return {};
        Entity before = unit.now;
        domain::fold(unit.now, event, unit.before ? &unit.before->first : nullptr);
        unit.before = {std::move(before), event};
    }
    const bool agrees =
        unit.now.version == detail.integerOr("version", 0) && unit.now.stage == detail.textOr("stage");
    if (!agrees || !unit.now.exists()) return {};
    return unit;
}

std::optional<KnownUnit> knownFrom(const Value& entry) {
    auto entity = entityFrom(entry);
    if (!entity) return {};
    return KnownUnit{std::move(*entity), {}};
}

Value asLookedUp(const Entity& unit) {
    Value seen = unit.state;
    const domain::SubjectView view = domain::viewOf(unit);
    seen["code"] = unit.code;
    seen["stage"] = unit.stage;
    seen["next"] = view.next;
    seen["version"] = unit.version;
    seen["drives"] = domain::UnitState(unit.state).drives();
    return seen;
}

Value toValue(const KnownUnit& unit) {
    Value value = Value::Object{{"now", toValue(unit.now)}};
    if (!unit.before) return value;
    const auto& [before, event] = *unit.before;
    value["before"] = toValue(before);
    value["event"] = Value::Object{{"seq", event.seq},
                                   {"kind", event.kind},
                                   {"actor", event.actor.text()},
                                   {"stage_after", event.stageAfter}};
    return value;
}

std::optional<KnownUnit> knownUnitFrom(const Value& value) {
    auto now = entityFrom(value["now"]);
    if (!now) return {};
    KnownUnit unit{std::move(*now), {}};
    if (auto before = entityFrom(value["before"]))
        unit.before = {std::move(*before), eventFrom(value["event"])};
    return unit;
}

}  // namespace remise::terminal
