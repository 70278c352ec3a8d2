#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "server/domain/command.h"
#include "terminal/sqlite_file.h"

/// The rows of the outbox's file, and what can be saved of them when it is damaged.
namespace remise::terminal {

/// What a kept command waits for.
enum class Waits {
    server,  ///< to be answered
    person,  ///< it was refused, and nobody here has seen that yet
};

/// A command's number is its counter.
struct KeptCommand {
    domain::Command command;
    Waits waits = Waits::server;
};

struct OutboxRows {
    std::vector<KeptCommand> commands;
    std::int64_t lastNumber = 0;
    bool areAllWhole = true;
};

/// Makes a file with these rows.
std::unique_ptr<SqliteFile> makeOutbox(const std::filesystem::path& path, const OutboxRows& rows);
void insertCommand(SqliteFile&, const KeptCommand&);
void noteLastNumber(SqliteFile&, std::int64_t number);

/// Reads the rows as far as it can. Throws StorageFault where it cannot begin.
OutboxRows readOutbox(SqliteFile&);

/// The file with its rows, when all of it is as it was written; null when it is damaged. Throws when it
/// cannot be told.
std::unique_ptr<SqliteFile> openWholeOutbox(const std::filesystem::path& path);

/// Whatever is whole in a damaged file.
OutboxRows salvageOutbox(const std::filesystem::path& path);

}  // namespace remise::terminal
