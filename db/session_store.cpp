#include "db/session_store.h"

#include "db/database.h"

namespace remise::db {
namespace {

std::string_view purposeName(SessionPurpose purpose) {
    return purpose == SessionPurpose::web ? "web" : "api";
}

}  // namespace

void insertSession(Connection& connection, const Session& session) {
    connection
        .prepare(
            "INSERT INTO session (token_hash, person, purpose, csrf, created_at, seen_at, expires_at) "
            "VALUES (?,?,?,?,?,?,?)")
        .bind(session.tokenHash.raw())
        .bind(session.person.raw())
        .bind(purposeName(session.purpose))
        .bind(session.csrf)
        .bind(session.createdAt)
        .bind(session.seenAt)
        .bind(session.expiresAt)
        .execute();
}

std::optional<SessionOfPerson> findSession(Connection& connection, const domain::Digest& tokenHash,
                                           SessionPurpose purpose) {
    Session session;
    {
        auto rows = connection
                        .prepare(
                            "SELECT person, csrf, created_at, seen_at, expires_at FROM session "
                            "WHERE token_hash = ? AND purpose = ?")
                        .bind(tokenHash.raw())
                        .bind(purposeName(purpose))
                        .query();
        if (!rows.next()) return {};
        session = {tokenHash,       domain::Uuid::fromRaw(rows.text(1)),
                   purpose,         rows.text(2),
                   rows.integer(3), rows.integer(4),
                   rows.integer(5)};
    }
    auto person = findPerson(connection, session.person);
    if (!person) return {};
    return SessionOfPerson{std::move(session), std::move(*person)};
}

void renewSession(Connection& connection, const domain::Digest& tokenHash, domain::Milliseconds seenAt,
                  domain::Milliseconds expiresAt) {
    connection.prepare("UPDATE session SET seen_at = ?, expires_at = ? WHERE token_hash = ?")
        .bind(seenAt)
        .bind(expiresAt)
        .bind(tokenHash.raw())
        .execute();
}

void deleteSession(Connection& connection, const domain::Digest& tokenHash) {
    connection.prepare("DELETE FROM session WHERE token_hash = ?").bind(tokenHash.raw()).execute();
}

void deleteSessionsOf(Connection& connection, const domain::Uuid& person) {
    connection.prepare("DELETE FROM session WHERE person = ?").bind(person.raw()).execute();
}

std::uint64_t deleteExpiredSessions(Connection& connection, domain::Milliseconds now) {
    return connection.prepare("DELETE FROM session WHERE expires_at <= ?").bind(now).execute();
}

std::uint64_t insertTry(Connection& connection, const domain::Digest& subject, domain::Milliseconds at) {
    auto& statement = connection.prepare("INSERT INTO sign_in_try (subject, at) VALUES (?,?)");
    statement.bind(subject.raw()).bind(at).execute();
    return statement.lastInsertId();
}

std::int64_t countTries(Connection& connection, const domain::Digest& subject, domain::Milliseconds since) {
    auto rows = connection.prepare("SELECT COUNT(*) FROM sign_in_try WHERE subject = ? AND at > ?")
                    .bind(subject.raw())
                    .bind(since)
                    .query();
    rows.next();
    return rows.integer(1);
}

void deleteTry(Connection& connection, std::uint64_t number) {
    connection.prepare("DELETE FROM sign_in_try WHERE id = ?").bind(number).execute();
}

void deleteTriesOf(Connection& connection, const domain::Digest& subject) {
    connection.prepare("DELETE FROM sign_in_try WHERE subject = ?").bind(subject.raw()).execute();
}

std::uint64_t deleteTriesBefore(Connection& connection, domain::Milliseconds moment) {
    return connection.prepare("DELETE FROM sign_in_try WHERE at < ?").bind(moment).execute();
}

}  // namespace remise::db
