#include "db/feed_store.h"

#include <algorithm>
#include <map>

#include "db/entity_store.h"
#include "db/setting_store.h"

namespace remise::db {

using domain::Subject;

void leaveInInbox(Connection& connection, const std::vector<const StoredEvent*>& events,
                  const std::vector<domain::Uuid>& refused) {
    if (events.empty() && refused.empty()) return;
    std::string text = "INSERT INTO inbox (subject, entity, seq, refused) VALUES ";
    for (std::size_t i = 0; i < events.size() + refused.size(); ++i)
        text += i ? ",(?,?,?,?)" : "(?,?,?,?)";
    auto& statement = connection.prepare(text);
    for (const StoredEvent* event : events)
        statement.bind(static_cast<int>(event->subject))
            .bind(event->entity)
            .bind(event->event.seq)
            .bind(std::nullopt);
    for (const domain::Uuid& command : refused)
        statement.bind(0).bind(0).bind(0).bind(command.raw());
    statement.execute();
}

namespace {

struct InboxRow {
    std::uint64_t id;
    std::int64_t subject;
    std::uint64_t entity;
    std::int64_t seq;
    std::optional<std::string> refused;
};

std::vector<InboxRow> lockInbox(Connection& connection, int limit) {
    std::vector<InboxRow> found;
    for (auto rows = connection
                         .prepare("SELECT id, subject, entity, seq, refused FROM inbox ORDER BY id LIMIT ? "
                                  "FOR UPDATE")
                         .bind(limit)
                         .query();
         rows.next();)
        found.push_back({rows.unsignedInteger(1), rows.integer(2), rows.unsignedInteger(3), rows.integer(4),
                         rows.textOrNull(5)});
    return found;
}

}  // namespace

std::size_t sequence(Connection& connection, int limit) {
    const std::vector<InboxRow> moved = lockInbox(connection, limit);
    if (moved.empty()) return 0;
    // Followers know places that a database brought back from a backup has forgotten.
    std::uint64_t place = std::max(lastPlace(connection), peekCounter(connection, "feed"));
    std::size_t done = 0;
    while (done < moved.size()) {
        // Powers of two, so that few statements have to be prepared.
        std::size_t rows = 1;
        while (rows * 2 <= moved.size() - done)
            rows *= 2;
        std::string insert = "INSERT INTO feed (place, subject, entity, seq, refused) VALUES ";
        for (std::size_t i = 0; i < rows; ++i)
            insert += i ? ",(?,?,?,?,?)" : "(?,?,?,?,?)";
        auto& inserting = connection.prepare(insert);
        for (std::size_t i = 0; i < rows; ++i) {
            const InboxRow& row = moved[done + i];
            inserting.bind(++place).bind(row.subject).bind(row.entity).bind(row.seq).bind(row.refused);
        }
        inserting.execute();
        auto& deleting = connection.prepare("DELETE FROM inbox WHERE id IN (" + placeholders(rows) + ")");
        for (std::size_t i = 0; i < rows; ++i)
            deleting.bind(moved[done + i].id);
        deleting.execute();
        done += rows;
    }
    return moved.size();
}

std::uint64_t lastPlace(Connection& connection) {
    auto rows = connection.prepare("SELECT COALESCE(MAX(place), 0) FROM feed").query();
    rows.next();
    return rows.unsignedInteger(1);
}

/// One statement, so that what is moved meanwhile counts once.
std::uint64_t placeToCome(Connection& connection) {
    auto rows = connection
                    .prepare(
                        "SELECT GREATEST((SELECT COALESCE(MAX(place), 0) FROM feed), "
                        "COALESCE((SELECT next_value FROM counter WHERE name = 'feed'), 0)) + "
                        "(SELECT COUNT(*) FROM inbox)")
                    .query();
    rows.next();
    return rows.unsignedInteger(1);
}

namespace {

/// The feed's rows of one subject with their events and codes.
void addItems(Connection& connection, Subject subject, std::uint64_t after, std::uint64_t last,
              std::map<std::uint64_t, FeedItem>& items) {
    const std::string name(domain::subjectName(subject));
    auto& statement = connection.prepare(
        "SELECT feed.place, thing.code, event." + name +
        ", event.seq, event.command, event.kind, event.kind_version, event.at, event.recorded_at, "
        "event.station, "
        "event.actor, event.stage_after, event.data, event.hash FROM feed JOIN " +
        name + "_event AS event ON event." + name + " = feed.entity AND event.seq = feed.seq JOIN " + name +
        " AS thing ON thing.id = feed.entity WHERE feed.place > ? AND feed.place <= ? AND feed.subject = ? "
        "AND "
        "feed.refused IS NULL");
    statement.bind(after).bind(last).bind(static_cast<int>(subject));
    for (auto rows = statement.query(); rows.next();) {
        FeedItem item;
        item.place = rows.unsignedInteger(1);
        item.code = rows.text(2);
        item.stored.subject = subject;
        item.stored.entity = rows.unsignedInteger(3);
        domain::Event& event = item.stored.event;
        event.seq = rows.integer(4);
        event.command = domain::Uuid::fromRaw(rows.text(5));
        event.kind = rows.text(6);
        event.kindVersion = static_cast<int>(rows.integer(7));
        event.at = rows.integer(8);
        event.recordedAt = rows.integer(9);
        event.station = rows.text(10);
        event.actor = domain::Uuid::fromRaw(rows.text(11));
        event.stageAfter = rows.text(12);
        item.stored.canonicalData = rows.text(13);
        item.stored.hash = domain::Digest::fromRaw(rows.text(14));
        items.emplace(item.place, std::move(item));
    }
}

}  // namespace

std::vector<FeedItem> readFeed(Connection& connection, std::uint64_t after, int limit) {
    std::uint64_t last = after;
    std::vector<bool> present(std::size(domain::everySubject));
    for (auto rows = connection
                         .prepare("SELECT place, subject FROM feed WHERE place > ? AND refused IS NULL "
                                  "ORDER BY place LIMIT ?")
                         .bind(after)
                         .bind(limit)
                         .query();
         rows.next();) {
        last = rows.unsignedInteger(1);
        present.at(static_cast<std::size_t>(rows.integer(2))) = true;
    }
    std::map<std::uint64_t, FeedItem> items;
    for (const Subject subject : domain::everySubject)
        if (present[static_cast<std::size_t>(subject)]) addItems(connection, subject, after, last, items);
    std::vector<FeedItem> ordered;
    for (auto& [place, item] : items)
        ordered.push_back(std::move(item));
    return ordered;
}

}  // namespace remise::db
