#include "db/event_store.h"

namespace remise::db {
namespace {

using domain::Subject;

constexpr std::string_view columns =
    "seq, command, kind, kind_version, at, recorded_at, station, actor, stage_after, data, hash";

std::string name(Subject subject) {
    return std::string(domain::subjectName(subject));
}

StoredEvent readEvent(Subject subject, Result& row) {
    StoredEvent stored;
    stored.subject = subject;
    stored.entity = row.unsignedInteger(1);
    stored.event.seq = row.integer(2);
    stored.event.command = domain::Uuid::fromRaw(row.text(3));
    stored.event.kind = row.text(4);
    stored.event.kindVersion = static_cast<int>(row.integer(5));
    stored.event.at = row.integer(6);
    stored.event.recordedAt = row.integer(7);
    stored.event.station = row.text(8);
    stored.event.actor = domain::Uuid::fromRaw(row.text(9));
    stored.event.stageAfter = row.text(10);
    stored.canonicalData = row.text(11);
    stored.hash = domain::Digest::fromRaw(row.text(12));
    return stored;
}

std::vector<StoredEvent> readAll(Subject subject, Result rows) {
    std::vector<StoredEvent> events;
    while (rows.next())
        events.push_back(readEvent(subject, rows));
    return events;
}

std::string selectFrom(Subject subject) {
    return "SELECT " + name(subject) + ", " + std::string(columns) + " FROM " + name(subject) + "_event";
}

}  // namespace

void appendEvents(Connection& connection, Subject subject, const std::vector<const StoredEvent*>& events) {
    if (events.empty()) return;
    std::string text = "INSERT INTO " + name(subject) + "_event (" + name(subject) + ", " +
                       std::string(columns) + ") VALUES ";
    for (std::size_t i = 0; i < events.size(); ++i)
        text += i ? ",(?,?,?,?,?,?,?,?,?,?,?,?)" : "(?,?,?,?,?,?,?,?,?,?,?,?)";
    auto& statement = connection.prepare(text);
    for (const StoredEvent* stored : events) {
        const domain::Event& event = stored->event;
        statement.bind(stored->entity)
            .bind(event.seq)
            .bind(event.command.raw())
            .bind(event.kind)
            .bind(event.kindVersion)
            .bind(event.at)
            .bind(event.recordedAt)
            .bind(event.station)
            .bind(event.actor.raw())
            .bind(event.stageAfter)
            .bind(stored->canonicalData)
            .bind(stored->hash.raw());
    }
    statement.execute();
}

std::vector<StoredEvent> readEvents(Connection& connection, Subject subject, std::uint64_t entity) {
    return readAll(subject,
                   connection.prepare(selectFrom(subject) + " WHERE " + name(subject) + " = ? ORDER BY seq")
                       .bind(entity)
                       .query());
}

std::vector<StoredEvent> readEventsAfter(Connection& connection, Subject subject, std::uint64_t entity,
                                         std::int64_t seq, int limit) {
    const std::string column = name(subject);
    // Two conditions that the primary key serves; a row comparison would not use it.
    return readAll(subject, connection
                                .prepare(selectFrom(subject) + " WHERE " + column + " >= ? AND (" + column +
                                         " > ? OR seq > ?) ORDER BY " + column + ", seq LIMIT ?")
                                .bind(entity)
                                .bind(entity)
                                .bind(seq)
                                .bind(limit)
                                .query());
}

}  // namespace remise::db
