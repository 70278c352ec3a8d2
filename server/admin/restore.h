#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "server/domain/ids.h"

namespace remise::admin {

/// How far the return goes.
struct ReturnTo {
    std::optional<std::filesystem::path> binaryLogs;  ///< what was done after the backup follows, from these
    std::optional<domain::Milliseconds> until;        ///< nothing of what came at this moment or later
};

/// Brings a backup back, the newest that is found (of those made before `until`): into a private database in
/// `data`, or into the empty one at `address` (see Settings::parse), with the files that belong beside it.
/// `data` must be empty or not there. Cut off anywhere, it leaves nothing on which a server would start.
/// Throws BackupUnfit, and std::runtime_error when there is something in the way or the binary logs end in a
/// destruction.
void restoreBackup(const std::filesystem::path& from, const std::filesystem::path& data,
                   const std::optional<std::string>& address, const ReturnTo& = {});

}  // namespace remise::admin
