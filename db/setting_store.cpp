#include "db/setting_store.h"

namespace remise::db {

std::string settingOr(Connection& connection, std::string_view name, std::string_view fresh) {
    connection.prepare("INSERT IGNORE INTO setting (name, content) VALUES (?, ?)")
        .bind(name)
        .bind(fresh)
        .execute();
    auto rows = connection.prepare("SELECT content FROM setting WHERE name = ?").bind(name).query();
    rows.next();
    return rows.text(1);
}

std::optional<std::string> findSetting(Connection& connection, std::string_view name) {
    auto rows = connection.prepare("SELECT content FROM setting WHERE name = ?").bind(name).query();
    return rows.next() ? std::optional(rows.text(1)) : std::nullopt;
}

std::uint64_t takeNumbers(Connection& connection, std::string_view counter, std::uint64_t count,
                          std::uint64_t first) {
    // LAST_INSERT_ID(expr) hands the value over within one statement, so that no transaction is needed.
    connection
        .prepare(
            "INSERT INTO counter (name, next_value) VALUES (?, LAST_INSERT_ID(? + ?)) "
            "ON DUPLICATE KEY UPDATE next_value = LAST_INSERT_ID(next_value + ?)")
        .bind(counter)
        .bind(first)
        .bind(count)
        .bind(count)
        .execute();
    auto rows = connection.prepare("SELECT LAST_INSERT_ID()").query();
    rows.next();
    return rows.unsignedInteger(1) - count;
}

std::uint64_t peekCounter(Connection& connection, std::string_view counter) {
    auto rows = connection.prepare("SELECT next_value FROM counter WHERE name = ?").bind(counter).query();
    return rows.next() ? rows.unsignedInteger(1) : 0;
}

Holding holdLease(Connection& connection, std::string_view name, const domain::Uuid& holder,
                  std::chrono::milliseconds length) {
    connection.prepare("INSERT IGNORE INTO lease (name, holder, held_until) VALUES (?, ?, 0)")
        .bind(name)
        .bind(holder.raw())
        .execute();
    const auto mine = connection
                          .prepare(
                              "UPDATE lease SET holder = ?, held_until = UNIX_TIMESTAMP(NOW(3)) * 1000 + ? "
                              "WHERE name = ? AND (holder = ? OR held_until < UNIX_TIMESTAMP(NOW(3)) * 1000 "
                              "OR held_until > UNIX_TIMESTAMP(NOW(3)) * 1000 + 2 * ?)")
                          .bind(holder.raw())
                          .bind(std::int64_t{length.count()})
                          .bind(name)
                          .bind(holder.raw())
                          .bind(std::int64_t{length.count()})
                          .execute();
    return mine > 0 ? Holding::mine : Holding::elsewhere;
}

}  // namespace remise::db
