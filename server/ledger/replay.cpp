#include "server/ledger/replay.h"

#include <variant>

#include "server/domain/canonical.h"
#include "server/domain/fold.h"
#include "server/proof/chain.h"

namespace remise::ledger {

using namespace domain;

Replay::Replay(Subject subject, std::uint64_t id, std::string code) {
    m_entity.subject = subject;
    m_entity.id = id;
    m_entity.code = std::move(code);
}

std::optional<std::string> Replay::add(const db::StoredEvent& stored, Before wanted) {
    Event event = stored.event;
    if (event.seq != m_entity.version + 1)
        return "event " + std::to_string(m_entity.version + 1) + " is missing";
    const auto name = proof::entityName(m_entity.subject, m_entity.code);
    if (proof::eventHash(m_entity.head, name, event, stored.canonicalData) != stored.hash)
        return "event " + std::to_string(event.seq) + " does not have its hash";
    try {
        event.data = readCanonical(stored.canonicalData);
    } catch (const NotCanonical& problem) {
        return "event " + std::to_string(event.seq) + ": " + problem.what();
    }
    if (event.kind == "undo" && m_before.version == 0)
        return "event " + std::to_string(event.seq) + " undoes what was not there";
    Entity before;
    if (wanted == Before::kept) before = m_entity;
    try {
        fold(m_entity, event, &m_before);
    } catch (const std::bad_variant_access&) {
        return "event " + std::to_string(event.seq) + ": its data is not what its kind needs";
    }
    m_entity.head = stored.hash;
    m_before = std::move(before);
    return {};
}

std::optional<std::pair<Entity, Event>> replayBeforeLast(db::Connection& connection, const Entity& unit) {
    const auto events = db::readEvents(connection, unit.subject, unit.id);
    if (events.size() < 2 || events[events.size() - 2].event.command == events.back().event.command)
        return {};
    Replay replay(unit.subject, unit.id, unit.code);
    for (const auto& event : events)
        if (replay.add(event)) return {};
    return std::pair{replay.beforeLast(), events.back().event};
}

}  // namespace remise::ledger
