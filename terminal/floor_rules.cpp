#include "terminal/floor_rules.h"

#include <deque>
#include <utility>

namespace remise::terminal {

using domain::Command;
using domain::Entity;
using domain::Outcome;
using domain::Subject;
using domain::Value;

namespace {

/// One unit and its drives are known. A container is open, a request waits for what is picked for it: the
/// server knows whether that is so.
class FloorWorld : public domain::World {
public:
    FloorWorld(const KnownUnit* unit, const domain::Uuid& pseudonym) : m_unit(unit) {
        if (!unit || !unit->before) return;
        m_before = *unit->before;
        m_before->second.actor = pseudonym;  // a terminal takes back its own last answer only
    }

    const Entity* find(Subject subject, std::string_view code) const override {
        const bool isUnit = subject == Subject::unit;
        if (isUnit) return m_unit && m_unit->now.code == code ? &m_unit->now : nullptr;
        return subject == Subject::drive ? findDrive(code) : &assumed(subject, code);
    }
    Outcome<Entity> begin(Subject subject, std::string_view code) override {
        Entity fresh;
        fresh.subject = subject;
        fresh.code = code;
        return fresh;
    }
    Entity beginNew(Subject subject) override { return *begin(subject, "new-" + std::to_string(++m_new)); }
    bool holdsUnits(std::string_view) const override { return false; }
    const std::pair<Entity, domain::Event>* beforeLast(std::string_view) const override {
        return m_before ? &*m_before : nullptr;
    }

private:
    const Entity* findDrive(std::string_view code) const {
        if (!m_unit) return nullptr;
        const Value& drive = m_unit->now.state["drives"][code];
        if (!drive.isObject()) return nullptr;
        Entity& known = assumed(Subject::drive, code);
        known.stage = drive.textOr("status");
        known.state = drive;
        known.state["unit"] = m_unit->now.code;
        return &known;
    }
    Entity& assumed(Subject subject, std::string_view code) const {
        Entity entity;
        entity.subject = subject;
        entity.code = code;
        entity.stage = subject == Subject::container ? "open" : "preparing";
        entity.version = 1;
        entity.state = Value::Object{{"lines", Value::Array{}}, {"units", Value::Object{}}};
        return m_assumed.emplace_back(std::move(entity));
    }

    const KnownUnit* m_unit;
    std::optional<std::pair<Entity, domain::Event>> m_before;
    mutable std::deque<Entity> m_assumed;  ///< a deque, so that they stay where they are
    int m_new = 0;
};

/// What the server does before it decides: signatures for badges, the catalogue's price.
void fillIn(Command& command, const Signer& signer) {
    if (!command.data.isObject()) return;
    command.data.object().erase("pin");
    if (!signer.second.isNil()) command.data["second"] = signer.second.text();
    if (command.kind != "stock") return;
    for (const auto name : {"price_cents", "warranty_months"})
        if (!std::as_const(command.data).has(name)) command.data[name] = 0;
}

}  // namespace

Outcome<KnownUnit> decideHere(Command command, const Signer& signer, const KnownUnit* unit) {
    domain::Author author;
    author.role = signer.role;
    author.actor = author.lastingActor = signer.pseudonym;
    author.site = signer.site;
    author.second = signer.second;
    author.pinChecked = command.data.isObject() && std::as_const(command.data).has("pin");
    fillIn(command, signer);
    FloorWorld world(unit, signer.pseudonym);
    auto decision = domain::decide(command, author, command.at, world);
    if (!decision) return decision.refusal();
    const auto& last = decision->steps.back();
    KnownUnit after{decision->entities.at(decision->primary), {}};
    const bool isOneStep = unit && last.event.kind != "undo" && after.now.version == unit->now.version + 1;
    if (isOneStep) after.before = {unit->now, last.event};
    return after;
}

}  // namespace remise::terminal
