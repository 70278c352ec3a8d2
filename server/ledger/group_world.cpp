#include "server/ledger/group_world.h"

#include <algorithm>
#include <set>

#include "db/entity_store.h"
#include "server/domain/refusals.h"
#include "server/domain/stages.h"
#include "server/ledger/replay.h"

namespace remise::ledger {

using namespace domain;

GroupWorld::GroupWorld(db::Connection& connection, Codes& codes, const Milliseconds& now)
    : m_connection(connection), m_codes(codes), m_now(now) {
}

/// Always in the same order of subjects and ids, so that two groups wait for each other rather than deadlock.
void GroupWorld::lock(const std::vector<Key>& keys) {
    for (const Subject subject : everySubject) {
        std::vector<std::uint64_t> ids;
        for (const auto& [of, code] : keys)
            if (of == subject && !m_entities.contains({of, code}))
                if (const auto id = m_codes.id(subject, code)) ids.push_back(*id);
        for (Entity& entity : db::lockEntities(m_connection, subject, std::move(ids))) {
            Key key{subject, entity.code};
            m_entities.emplace(std::move(key), std::move(entity));
        }
    }
}

void GroupWorld::load(const std::vector<const Command*>& commands) {
    std::vector<Key> named, followers;
    for (const Command* command : commands)
        if (const KindRow* row = kindNamed(command->kind))
            for (auto& reference : referencesOf(*command, *row))
                named.push_back(std::move(reference));
    lock(named);
    for (const Command* command : commands) {
        const KindRow* row = kindNamed(command->kind);
        if (!row) continue;
        for (const auto& reference : referencesOf(*command, *row))
            if (const Entity* entity = find(reference.first, reference.second))
                for (auto& follower : followersOf(*row, *entity))
                    followers.push_back(std::move(follower));
    }
    lock(followers);
}

void GroupWorld::loadFor(const Command& command) {
    if (command.kind == "undo" && !m_beforeLast.contains(command.subject))
        if (const Entity* unit = find(Subject::unit, command.subject))
            m_beforeLast.insert_or_assign(unit->code, replayBeforeLast(m_connection, *unit));
}

/// A later command of the group may undo this one, whose events are not in the database yet.
void GroupWorld::rememberBefore(const Decision& decision) {
    for (const auto& [key, after] : decision.entities) {
        const auto before = m_entities.find(key);
        if (key.first != Subject::unit || before == m_entities.end()) continue;
        if (after.version == before->second.version + 1) {
            const auto step = std::ranges::find_if(decision.steps, [&unit = key.second](const auto& one) {
                return one.subject == Subject::unit && one.code == unit;
            });
            m_beforeLast.insert_or_assign(key.second, std::pair{std::move(before->second), step->event});
        } else {
            m_beforeLast.insert_or_assign(key.second, std::nullopt);
        }
    }
}

void GroupWorld::accept(Decision& decision) {
    rememberBefore(decision);
    for (auto& [key, entity] : decision.entities)
        m_entities.insert_or_assign(key, std::move(entity));
}

const Entity* GroupWorld::find(Subject subject, std::string_view code) const {
    const auto found = m_entities.find({subject, std::string(code)});
    return found == m_entities.end() ? nullptr : &found->second;
}

Outcome<Entity> GroupWorld::begin(Subject subject, std::string_view code) {
    const auto id = m_codes.id(subject, code);
    if (!id || !m_codes.isIssued(subject, *id))
        return Refusal(refusals::notIssued, {{"code", std::string(code.substr(0, 64))}});
    Entity entity;
    entity.subject = subject;
    entity.id = *id;
    entity.code = code;
    return entity;
}

Entity GroupWorld::beginNew(Subject subject) {
    Entity entity;
    entity.subject = subject;
    entity.id = m_codes.takeId(subject, m_now);
    entity.code = m_codes.code(subject, entity.id);
    return entity;
}

/// Whoever puts one in holds the container's lock, as this command does.
bool GroupWorld::holdsUnits(std::string_view container) const {
    const auto isHere = [](std::string_view stage) {
        const StageRow* row = findStage(Subject::unit, stage);
        return row && row->onSite;
    };
    std::set<std::uint64_t> known;
    for (const auto& [key, unit] : m_entities) {
        if (key.first != Subject::unit) continue;
        known.insert(unit.id);
        if (isHere(unit.stage) && unit.state.textOr("container") == container) return true;
    }
    const auto stored = db::unitsIn(m_connection, container);
    return std::any_of(stored.begin(), stored.end(),
                       [&](const auto& unit) { return !known.contains(unit.first) && isHere(unit.second); });
}

const std::pair<Entity, Event>* GroupWorld::beforeLast(std::string_view unit) const {
    const auto found = m_beforeLast.find(unit);
    return found == m_beforeLast.end() || !found->second ? nullptr : &*found->second;
}

}  // namespace remise::ledger
