#include "db/seal_store.h"

namespace remise::db {

using domain::Subject;

namespace {

std::string nameOf(Subject subject) {
    return std::string(domain::subjectName(subject));
}

SealRow readSeal(Result& row) {
    return {row.integer(1), row.integer(2), row.unsignedInteger(3), row.text(4)};
}

std::int64_t oneNumber(Result rows) {
    return rows.next() ? rows.integerOrNull(1).value_or(0) : 0;
}

}  // namespace

std::vector<SealRow> readSealRows(Connection& connection) {
    std::vector<SealRow> seals;
    for (auto rows =
             connection.prepare("SELECT number, sealed_at, last_place, content FROM seal ORDER BY number")
                 .query();
         rows.next();)
        seals.push_back(readSeal(rows));
    return seals;
}

std::optional<SealRow> newestSeal(Connection& connection) {
    auto rows =
        connection
            .prepare("SELECT number, sealed_at, last_place, content FROM seal ORDER BY number DESC LIMIT 1")
            .query();
    if (!rows.next()) return {};
    return readSeal(rows);
}

void appendSeal(Connection& connection, const SealRow& seal) {
    connection.prepare("INSERT INTO seal (number, sealed_at, last_place, content) VALUES (?, ?, ?, ?)")
        .bind(seal.number)
        .bind(seal.sealedAt)
        .bind(seal.lastPlace)
        .bind(seal.content)
        .execute();
}

std::vector<PlacedEvent> readPlacedEvents(Connection& connection, Subject subject, std::uint64_t after,
                                          std::uint64_t last) {
    const std::string name = nameOf(subject);
    auto& statement = connection.prepare(
        "SELECT STRAIGHT_JOIN feed.entity, feed.seq, event.command, event.hash, "
        "event.recorded_at FROM feed "
        "LEFT JOIN " +
        name + "_event AS event ON event." + name +
        " = feed.entity AND event.seq = feed.seq WHERE feed.place > ? AND "
        "feed.place <= ? AND feed.subject = ? AND feed.refused IS NULL");
    std::vector<PlacedEvent> found;
    for (auto rows = statement.bind(after).bind(last).bind(static_cast<int>(subject)).query(); rows.next();)
        found.push_back({rows.unsignedInteger(1), rows.integer(2), rows.textOrNull(3), rows.textOrNull(4),
                         rows.integerOrNull(5).value_or(0)});
    return found;
}

std::vector<domain::Uuid> readPlacedRefusals(Connection& connection, std::uint64_t after,
                                             std::uint64_t last) {
    std::vector<domain::Uuid> found;
    for (auto rows =
             connection
                 .prepare("SELECT refused FROM feed WHERE place > ? AND place <= ? AND refused IS NOT NULL")
                 .bind(after)
                 .bind(last)
                 .query();
         rows.next();)
        found.push_back(domain::Uuid::fromRaw(rows.text(1)));
    return found;
}

std::int64_t countPlacedEvents(Connection& connection) {
    return oneNumber(connection.prepare("SELECT COUNT(*) FROM feed WHERE refused IS NULL").query()) +
           oneNumber(connection.prepare("SELECT COUNT(*) FROM inbox WHERE refused IS NULL").query());
}

std::int64_t countEvents(Connection& connection, Subject subject) {
    return oneNumber(
        connection.prepare("SELECT CAST(SUM(version) AS SIGNED) FROM " + nameOf(subject)).query());
}

std::int64_t firstSeqAfter(Connection& connection, Subject subject, std::uint64_t entity,
                           std::uint64_t after) {
    const auto placed =
        oneNumber(connection
                      .prepare("SELECT MIN(seq) FROM feed WHERE place > ? AND subject = ? AND "
                               "entity = ? AND refused IS NULL")
                      .bind(after)
                      .bind(static_cast<int>(subject))
                      .bind(entity)
                      .query());
    if (placed > 0) return placed;
    return oneNumber(
        connection.prepare("SELECT MIN(seq) FROM inbox WHERE subject = ? AND entity = ? AND refused IS NULL")
            .bind(static_cast<int>(subject))
            .bind(entity)
            .query());
}

std::vector<EarlierHead> readEarlierHeads(Connection& connection, Subject subject, std::uint64_t place) {
    const std::string name = nameOf(subject);
    auto& statement = connection.prepare(
        "SELECT later.entity, later.seq - 1, event.hash FROM (SELECT entity, MIN(seq) AS seq FROM ("
        "SELECT entity, seq FROM feed WHERE place > ? AND subject = ? AND refused IS NULL UNION ALL "
        "SELECT entity, seq FROM inbox WHERE subject = ? AND refused IS NULL) AS each_one GROUP BY entity) "
        "AS later LEFT JOIN " +
        name + "_event AS event ON event." + name + " = later.entity AND event.seq = later.seq - 1");
    std::vector<EarlierHead> found;
    for (auto rows =
             statement.bind(place).bind(static_cast<int>(subject)).bind(static_cast<int>(subject)).query();
         rows.next();)
        found.push_back({rows.unsignedInteger(1), rows.integer(2), rows.textOrNull(3)});
    return found;
}

std::vector<HeadRow> readHeadRows(Connection& connection, Subject subject, std::uint64_t after, int limit) {
    std::vector<HeadRow> found;
    for (auto rows = connection
                         .prepare("SELECT id, code, version, head FROM " + nameOf(subject) +
                                  " WHERE id > ? ORDER BY id LIMIT ?")
                         .bind(after)
                         .bind(limit)
                         .query();
         rows.next();)
        found.push_back(
            {rows.unsignedInteger(1), rows.text(2), rows.integer(3), domain::Digest::fromRaw(rows.text(4))});
    return found;
}

std::optional<domain::Digest> findEventHash(Connection& connection, Subject subject, std::uint64_t entity,
                                            std::int64_t seq) {
    const std::string name = nameOf(subject);
    auto rows = connection.prepare("SELECT hash FROM " + name + "_event WHERE " + name + " = ? AND seq = ?")
                    .bind(entity)
                    .bind(seq)
                    .query();
    if (!rows.next()) return {};
    return domain::Digest::fromRaw(rows.text(1));
}

}  // namespace remise::db
