#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "db/settings.h"
#include "server/admin/client_options.h"

namespace remise::admin {

/// The binary logs of the database that was backed up, kept elsewhere.
struct BinaryLogs {
    std::filesystem::path folder;
    /// Not what came at this moment or later: "2026-11-22 14:05:00", this machine's time. Nothing: to the
    /// end.
    std::optional<std::string> until;
};

/// Runs what was done after the backup again, from the place in the logs that the dump names. Throws
/// std::runtime_error when the dump names none (the database kept no binary log), or a log is missing.
void replayLogs(const BinaryLogs&, const std::filesystem::path& dump, const db::Settings&,
                const ClientOptions&, const std::filesystem::path& scratch);

}  // namespace remise::admin
