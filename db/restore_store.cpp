#include "db/restore_store.h"

#include "db/feed_store.h"
#include "db/transaction.h"

namespace remise::db {
namespace {

/// More than an organisation gives out between two backups; 18^7 codes bear some hundreds of returns.
constexpr std::uint64_t skipped = 1'000'000;
/// A request's number is read aloud and starts anew each year: a smaller gap.
constexpr std::uint64_t skippedRequests = 1'000;

bool hasTable(Connection& connection, std::string_view condition) {
    auto rows = connection
                    .prepare("SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND " +
                             std::string(condition) + " LIMIT 1")
                    .query();
    return rows.next();
}

void atLeast(Connection& connection, std::string_view counter, std::uint64_t next) {
    connection
        .prepare(
            "INSERT INTO counter (name, next_value) VALUES (?, ?) "
            "ON DUPLICATE KEY UPDATE next_value = GREATEST(next_value, VALUES(next_value))")
        .bind(counter)
        .bind(next)
        .execute();
}

std::string thisYear(Connection& connection) {
    auto rows = connection.prepare("SELECT YEAR(UTC_TIMESTAMP())").query();
    rows.next();
    return rows.text(1);
}

}  // namespace

bool isEmpty(Connection& connection) {
    return !hasTable(connection, "1 = 1");
}

void beginRestore(Connection& connection) {
    connection.execute(
        "CREATE TABLE IF NOT EXISTS restore_unfinished (id TINYINT PRIMARY KEY) ENGINE=InnoDB");
}

bool isBeingRestored(Connection& connection) {
    return hasTable(connection, "table_name = 'restore_unfinished'");
}

void endRestore(Connection& connection) {
    {
        Transaction transaction(connection);
        connection.prepare("UPDATE counter SET next_value = next_value + IF(name LIKE 'request%', ?, ?)")
            .bind(skippedRequests)
            .bind(skipped)
            .execute();
        for (const char* given : {"unit", "drive", "container"})
            atLeast(connection, given, skipped);
        atLeast(connection, "feed", lastPlace(connection) + skipped);
        atLeast(connection, "request_" + thisYear(connection), skippedRequests);
        transaction.commit();
    }
    connection.execute("DROP TABLE restore_unfinished");
}

}  // namespace remise::db
