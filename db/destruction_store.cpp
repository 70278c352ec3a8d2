#include "db/destruction_store.h"

#include "server/domain/canonical.h"

namespace remise::db {
namespace {

constexpr std::string_view columns = "id, site, bins, person, received_at, sha256, result, confirmed_at";

std::vector<DestructionList> readLists(Result rows) {
    std::vector<DestructionList> lists;
    while (rows.next()) {
        DestructionList& list = lists.emplace_back();
        list.id = domain::Uuid::fromRaw(rows.text(1));
        list.site = rows.text(2);
        list.bins = rows.text(3);
        list.person = domain::Uuid::fromRaw(rows.text(4));
        list.receivedAt = rows.integer(5);
        list.sha256 = domain::Digest::fromRaw(rows.text(6));
        list.result = rows.text(7);
        list.confirmedAt = rows.integerOrNull(8);
    }
    return lists;
}

}  // namespace

void keepDestructionList(Connection& connection, const DestructionList& list) {
    connection
        .prepare(
            "INSERT INTO destruction_list (id, site, bins, person, received_at, sha256, body, result) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = VALUES(id)")
        .bind(list.id.raw())
        .bind(list.site)
        .bind(list.bins)
        .bind(list.person.raw())
        .bind(list.receivedAt)
        .bind(list.sha256.raw())
        .bind(list.body)
        .bind(list.result)
        .execute();
}

void confirmDestructionList(Connection& connection, const domain::Uuid& id, domain::Milliseconds now) {
    connection.prepare("UPDATE destruction_list SET confirmed_at = ? WHERE id = ? AND confirmed_at IS NULL")
        .bind(now)
        .bind(id.raw())
        .execute();
}

std::optional<DestructionList> findDestructionList(Connection& connection, const domain::Uuid& id) {
    auto lists =
        readLists(connection.prepare("SELECT " + std::string(columns) + " FROM destruction_list WHERE id = ?")
                      .bind(id.raw())
                      .query());
    return lists.empty() ? std::nullopt : std::optional(std::move(lists.front()));
}

std::vector<DestructionList> listDestructionLists(Connection& connection, std::string_view site, int limit) {
    return readLists(connection
                         .prepare("SELECT " + std::string(columns) +
                                  " FROM destruction_list WHERE site = ? ORDER BY received_at DESC LIMIT ?")
                         .bind(site)
                         .bind(std::int64_t{limit})
                         .query());
}

std::vector<domain::Entity> drivesInCustody(Connection& connection) {
    auto rows = connection
                    .prepare(
                        "SELECT id, code, stage, state FROM drive WHERE stage IN ('in_custody', "
                        "'destroyed') ORDER BY id")
                    .query();
    std::vector<domain::Entity> drives;
    while (rows.next()) {
        domain::Entity& drive = drives.emplace_back();
        drive.subject = domain::Subject::drive;
        drive.id = rows.unsignedInteger(1);
        drive.code = rows.text(2);
        drive.stage = rows.text(3);
        drive.state = domain::readCanonical(rows.text(4));
    }
    return drives;
}

}  // namespace remise::db
