#include "db/file_store.h"

namespace remise::db {
namespace {

constexpr std::string_view select =
    "SELECT sha256, association, type, sender, received_at, body FROM file WHERE sha256 = ?";

std::optional<StoredFile> readOne(Result rows) {
    if (!rows.next()) return {};
    return StoredFile{domain::Digest::fromRaw(rows.text(1)),
                      domain::Uuid::fromRaw(rows.text(2)),
                      rows.text(3),
                      domain::Uuid::fromRaw(rows.text(4)),
                      rows.integer(5),
                      rows.text(6)};
}

}  // namespace

void keepFile(Connection& connection, const StoredFile& file) {
    connection
        .prepare(
            "INSERT INTO file (sha256, association, type, sender, received_at, body) "
            "VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE type = VALUES(type)")
        .bind(file.sha256.raw())
        .bind(file.association.raw())
        .bind(file.type)
        .bind(file.sender.raw())
        .bind(file.receivedAt)
        .bind(file.body)
        .execute();
}

std::optional<StoredFile> findFile(Connection& connection, const domain::Digest& sha256) {
    return readOne(connection.prepare(std::string(select) + " LIMIT 1").bind(sha256.raw()).query());
}

std::optional<StoredFile> findFileOf(Connection& connection, const domain::Uuid& association,
                                     const domain::Digest& sha256) {
    return readOne(connection.prepare(std::string(select) + " AND association = ?")
                       .bind(sha256.raw())
                       .bind(association.raw())
                       .query());
}

std::uint64_t bytesBeside(Connection& connection, const domain::Uuid& association,
                          const domain::Digest& sha256) {
    auto rows = connection
                    .prepare(
                        "SELECT COALESCE(SUM(LENGTH(body)), 0) FROM file "
                        "WHERE association = ? AND sha256 <> ?")
                    .bind(association.raw())
                    .bind(sha256.raw())
                    .query();
    rows.next();
    return rows.unsignedInteger(1);
}

std::uint64_t deleteFile(Connection& connection, const domain::Digest& sha256) {
    return connection.prepare("DELETE FROM file WHERE sha256 = ?").bind(sha256.raw()).execute();
}

}  // namespace remise::db
