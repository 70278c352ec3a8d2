#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace remise::admin {

/// Brings a backup back: into a private database in `data`, or into the empty one at `address` (see
/// Settings::parse), with the files that belong beside it. `data` must be empty or not there. Cut off
/// anywhere, it leaves nothing on which a server would start. Throws BackupUnfit, and std::runtime_error when
/// there is something in the way.
void restoreBackup(const std::filesystem::path& from, const std::filesystem::path& data,
                   const std::optional<std::string>& address);

}  // namespace remise::admin
