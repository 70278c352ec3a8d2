#include "db/command_store.h"

#include <algorithm>

namespace remise::db {
namespace {

constexpr std::string_view columns =
    "id, content, sender, claimed_at, corrected_at, recorded_at, reply, hash";

std::vector<StoredCommand> readAll(Result rows) {
    std::vector<StoredCommand> found;
    while (rows.next()) {
        StoredCommand command;
        command.id = domain::Uuid::fromRaw(rows.text(1));
        command.content = domain::Digest::fromRaw(rows.text(2));
        command.sender = domain::Uuid::fromRaw(rows.text(3));
        command.claimedAt = rows.integer(4);
        command.correctedAt = rows.integer(5);
        command.recordedAt = rows.integer(6);
        command.reply = rows.text(7);
        command.hash = domain::Digest::fromRaw(rows.text(8));
        found.push_back(std::move(command));
    }
    return found;
}

/// Few lengths, so that few statements have to be prepared: the last id fills up. `ids` is not empty.
Statement& selectByIds(Connection& connection, std::string_view what, const std::vector<domain::Uuid>& ids) {
    std::size_t slots = 1;
    while (slots < ids.size())
        slots *= 2;
    auto& statement = connection.prepare("SELECT " + std::string(what) + " FROM command WHERE id IN (" +
                                         placeholders(slots) + ")");
    for (std::size_t i = 0; i < slots; ++i)
        statement.bind(ids[std::min(i, ids.size() - 1)].raw());
    return statement;
}

}  // namespace

std::vector<StoredCommand> readCommands(Connection& connection, const std::vector<domain::Uuid>& ids) {
    if (ids.empty()) return {};
    return readAll(selectByIds(connection, columns, ids).query());
}

std::map<domain::Uuid, domain::Digest> readCommandHashes(Connection& connection,
                                                         const std::vector<domain::Uuid>& ids) {
    std::map<domain::Uuid, domain::Digest> found;
    if (ids.empty()) return found;
    for (auto rows = selectByIds(connection, "id, hash", ids).query(); rows.next();)
        found.emplace(domain::Uuid::fromRaw(rows.text(1)), domain::Digest::fromRaw(rows.text(2)));
    return found;
}

std::vector<StoredCommand> readCommandsAfter(Connection& connection, const std::optional<domain::Uuid>& after,
                                             int limit) {
    const std::string select = "SELECT " + std::string(columns) + " FROM command ";
    if (!after) return readAll(connection.prepare(select + "ORDER BY id LIMIT ?").bind(limit).query());
    return readAll(connection.prepare(select + "WHERE id > ? ORDER BY id LIMIT ?")
                       .bind(after->raw())
                       .bind(limit)
                       .query());
}

std::vector<StoredCommand> findCommands(Connection& connection, const std::vector<domain::Uuid>& ids) {
    std::vector<StoredCommand> found;
    if (ids.empty()) return found;
    for (auto rows = selectByIds(connection, "id, content, reply", ids).query(); rows.next();) {
        StoredCommand command;
        command.id = domain::Uuid::fromRaw(rows.text(1));
        command.content = domain::Digest::fromRaw(rows.text(2));
        command.reply = rows.text(3);
        found.push_back(std::move(command));
    }
    return found;
}

std::uint64_t estimateCommands(Connection& connection) {
    auto rows = connection
                    .prepare(
                        "SELECT table_rows FROM information_schema.tables WHERE table_schema = "
                        "DATABASE() AND table_name = 'command'")
                    .query();
    return rows.next() ? rows.unsignedInteger(1) : 0;
}

void appendCommands(Connection& connection, const std::vector<StoredCommand>& commands) {
    if (commands.empty()) return;
    std::string text = "INSERT INTO command (" + std::string(columns) + ") VALUES ";
    for (std::size_t i = 0; i < commands.size(); ++i)
        text += i ? ",(?,?,?,?,?,?,?,?)" : "(?,?,?,?,?,?,?,?)";
    auto& statement = connection.prepare(text);
    for (const StoredCommand& command : commands)
        statement.bind(command.id.raw())
            .bind(command.content.raw())
            .bind(command.sender.raw())
            .bind(command.claimedAt)
            .bind(command.correctedAt)
            .bind(command.recordedAt)
            .bind(command.reply)
            .bind(command.hash.raw());
    statement.execute();
}

}  // namespace remise::db
