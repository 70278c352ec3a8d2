#include "db/terminal_store.h"

#include "db/database.h"

namespace remise::db {
namespace {

constexpr std::string_view columns = "id, name, token_hash, site, station, active, enrolled_at";

Terminal readTerminal(Result& row) {
    Terminal terminal;
    terminal.id = domain::Uuid::fromRaw(row.text(1));
    terminal.name = row.text(2);
    terminal.tokenHash = domain::Digest::fromRaw(row.text(3));
    terminal.site = row.text(4);
    terminal.station = row.textOrNull(5);
    terminal.active = row.integer(6) != 0;
    terminal.enrolledAt = row.integer(7);
    return terminal;
}

}  // namespace

void saveSite(Connection& connection, std::string_view code, std::string_view name) {
    connection
        .prepare("INSERT INTO site (code, name) VALUES (?,?) ON DUPLICATE KEY UPDATE name = VALUES(name)")
        .bind(code)
        .bind(name)
        .execute();
}

void insertTerminal(Connection& connection, const Terminal& terminal) {
    connection.prepare("INSERT INTO terminal (" + std::string(columns) + ") VALUES (" + placeholders(7) + ")")
        .bind(terminal.id.raw())
        .bind(terminal.name)
        .bind(terminal.tokenHash.raw())
        .bind(terminal.site)
        .bind(terminal.station)
        .bind(terminal.active ? 1 : 0)
        .bind(terminal.enrolledAt)
        .execute();
}

std::optional<Terminal> findTerminalByToken(Connection& connection, const domain::Digest& tokenHash) {
    auto rows = connection.prepare("SELECT " + std::string(columns) + " FROM terminal WHERE token_hash = ?")
                    .bind(tokenHash.raw())
                    .query();
    if (!rows.next()) return {};
    return readTerminal(rows);
}

std::vector<Terminal> listTerminals(Connection& connection, std::string_view site) {
    auto rows =
        connection
            .prepare("SELECT " + std::string(columns) + " FROM terminal WHERE site = ? ORDER BY name, id")
            .bind(site)
            .query();
    std::vector<Terminal> terminals;
    while (rows.next())
        terminals.push_back(readTerminal(rows));
    return terminals;
}

bool retireTerminal(Connection& connection, const domain::Uuid& terminal) {
    return connection.prepare("UPDATE terminal SET active = 0 WHERE id = ?").bind(terminal.raw()).execute() ==
           1;
}

void insertEnrolmentCode(Connection& connection, const EnrolmentCode& code) {
    connection.prepare("INSERT INTO enrolment_code (hash, site, station, expires_at) VALUES (?,?,?,?)")
        .bind(code.hash.raw())
        .bind(code.site)
        .bind(code.station)
        .bind(code.expiresAt)
        .execute();
}

std::optional<EnrolmentCode> findEnrolmentCode(Connection& connection, const domain::Digest& hash) {
    auto rows =
        connection.prepare("SELECT site, station, expires_at, used_at FROM enrolment_code WHERE hash = ?")
            .bind(hash.raw())
            .query();
    if (!rows.next()) return {};
    return EnrolmentCode{hash, rows.text(1), rows.textOrNull(2), rows.integer(3), rows.integerOrNull(4)};
}

bool useEnrolmentCode(Connection& connection, const domain::Digest& hash, const domain::Uuid& terminal,
                      domain::Milliseconds now) {
    return connection
               .prepare(
                   "UPDATE enrolment_code SET used_at = ?, terminal = ? "
                   "WHERE hash = ? AND used_at IS NULL AND expires_at > ?")
               .bind(now)
               .bind(terminal.raw())
               .bind(hash.raw())
               .bind(now)
               .execute() == 1;
}

}  // namespace remise::db
