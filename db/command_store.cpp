#include "db/command_store.h"

#include <algorithm>

namespace remise::db {

std::vector<StoredCommand> findCommands(Connection& connection, const std::vector<domain::Uuid>& ids) {
    std::vector<StoredCommand> found;
    if (ids.empty()) return found;
    std::size_t slots = 1;
    while (slots < ids.size())
        slots *= 2;
    auto& statement = connection.prepare("SELECT id, content, reply FROM command WHERE id IN (" +
                                         placeholders(slots) + ")");
    for (std::size_t i = 0; i < slots; ++i)
        statement.bind(ids[std::min(i, ids.size() - 1)].raw());
    for (auto rows = statement.query(); rows.next();) {
        StoredCommand command;
        command.id = domain::Uuid::fromRaw(rows.text(1));
        command.content = domain::Digest::fromRaw(rows.text(2));
        command.reply = rows.text(3);
        found.push_back(std::move(command));
    }
    return found;
}

void appendCommands(Connection& connection, const std::vector<StoredCommand>& commands) {
    if (commands.empty()) return;
    std::string text =
        "INSERT INTO command (id, content, sender, claimed_at, corrected_at, recorded_at, reply) VALUES ";
    for (std::size_t i = 0; i < commands.size(); ++i)
        text += i ? ",(?,?,?,?,?,?,?)" : "(?,?,?,?,?,?,?)";
    auto& statement = connection.prepare(text);
    for (const StoredCommand& command : commands)
        statement.bind(command.id.raw())
            .bind(command.content.raw())
            .bind(command.sender.raw())
            .bind(command.claimedAt)
            .bind(command.correctedAt)
            .bind(command.recordedAt)
            .bind(command.reply);
    statement.execute();
}

}  // namespace remise::db
