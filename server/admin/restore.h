#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "server/admin/replay_log.h"

namespace remise::admin {

/// Brings a backup back: into a private database in `data`, or into the empty one at `address` (see
/// Settings::parse), with the files that belong beside it. `data` must be empty or not there. Cut off
/// anywhere, it leaves nothing on which a server would start. With the binary logs, what was done after the
/// backup follows. Throws BackupUnfit, and std::runtime_error when
/// there is something in the way.
void restoreBackup(const std::filesystem::path& from, const std::filesystem::path& data,
                   const std::optional<std::string>& address, const std::optional<BinaryLogs>& = {});

}  // namespace remise::admin
