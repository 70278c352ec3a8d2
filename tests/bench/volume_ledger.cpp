#include "tests/bench/volume_ledger.h"

#include "db/command_store.h"
#include "db/entity_store.h"
#include "db/event_store.h"
#include "db/feed_store.h"
#include "db/transaction.h"
#include "server/domain/canonical.h"
#include "server/proof/chain.h"

namespace remise::bench {

using namespace domain;

namespace {

constexpr std::size_t unitsAtOnce = 200;
constexpr int movedAtOnce = 8192;

std::string replaced(std::string text, const std::map<std::string, std::string>& words) {
    for (const auto& [from, to] : words)
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    return text;
}

}  // namespace

struct VolumeLedger::History {
    Entity entity;
    std::vector<db::StoredEvent> events;
};

struct VolumeLedger::Pattern {
    History unit, drive;
    std::vector<db::StoredCommand> commands;
};

/// What one transaction is to write.
struct VolumeLedger::Rows {
    std::vector<db::StoredEvent> events;
    std::vector<Entity> entities;
    std::vector<db::StoredCommand> commands;
};

VolumeLedger::VolumeLedger(std::size_t units) : m_rows(std::make_shared<Rows>()) {
    const std::string code = laptopAt("in_stock");
    Pattern pattern{{entity(Subject::unit, code), {}}, {entity(Subject::drive, driveOf(code)), {}}, {}};
    {
        const auto connection = database.pool().take();
        pattern.unit.events = db::readEvents(*connection, Subject::unit, pattern.unit.entity.id);
        pattern.drive.events = db::readEvents(*connection, Subject::drive, pattern.drive.entity.id);
        pattern.commands = db::readCommandsAfter(*connection, {}, 100);
    }
    copy(pattern, units);
    db::transact(database.pool(), [](db::Connection& connection) {
        while (db::sequence(connection, movedAtOnce) > 0) {
        }
    });
}

void VolumeLedger::copy(const Pattern& pattern, std::size_t count) {
    const auto unitCodes = codes.lease(Subject::unit, count), driveCodes = codes.lease(Subject::drive, count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::map<std::string, std::string> words{{pattern.unit.entity.code, unitCodes[i]},
                                                       {pattern.drive.entity.code, driveCodes[i]}};
        std::map<Uuid, Uuid> ids;
        for (const db::StoredCommand& command : pattern.commands) {
            db::StoredCommand other = command;
            other.id = Uuid::v7(command.recordedAt + static_cast<std::int64_t>(i));
            ids.emplace(command.id, other.id);
            other.reply = replaced(command.reply, words);
            other.reply = replaced(other.reply, {{command.id.text(), other.id.text()}});
            other.hash = proof::commandHash({other.id, other.content, other.sender, other.claimedAt,
                                             other.correctedAt, other.recordedAt, other.reply});
            m_rows->commands.push_back(std::move(other));
        }
        copyHistory(pattern.unit, words, ids);
        copyHistory(pattern.drive, words, ids);
        if ((i + 1) % unitsAtOnce == 0 || i + 1 == count) store();
    }
}

void VolumeLedger::copyHistory(const History& history, const std::map<std::string, std::string>& words,
                               const std::map<Uuid, Uuid>& commands) {
    Entity other = history.entity;
    other.code = words.at(other.code);
    other.id = *codes.id(other.subject, other.code);
    other.head = {};
    other.state = readCanonical(replaced(canonicalJson(other.state), words));
    for (db::StoredEvent event : history.events) {
        event.entity = other.id;
        event.event.command = commands.at(event.event.command);
        event.canonicalData = replaced(event.canonicalData, words);
        other.head = event.hash = proof::eventHash(other.head, proof::entityName(other.subject, other.code),
                                                   event.event, event.canonicalData);
        m_rows->events.push_back(std::move(event));
    }
    m_rows->entities.push_back(std::move(other));
}

void VolumeLedger::store() {
    db::transact(database.pool(), [this](db::Connection& connection) {
        db::appendCommands(connection, m_rows->commands);
        std::vector<const db::StoredEvent*> all;
        for (const Subject subject : {Subject::unit, Subject::drive}) {
            std::vector<const db::StoredEvent*> events;
            std::vector<const Entity*> entities;
            Milliseconds changedAt = 0;
            for (const db::StoredEvent& event : m_rows->events)
                if (event.subject == subject) {
                    events.push_back(&event);
                    changedAt = std::max(changedAt, event.event.recordedAt);
                }
            for (const Entity& entity : m_rows->entities)
                if (entity.subject == subject) entities.push_back(&entity);
            db::appendEvents(connection, subject, events);
            db::saveEntities(connection, subject, entities, changedAt);
            all.insert(all.end(), events.begin(), events.end());
        }
        db::leaveInInbox(connection, all, {});
    });
    *m_rows = {};
}

}  // namespace remise::bench
