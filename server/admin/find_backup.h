#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "server/domain/ids.h"

/// Which of the backups in a place is the one to bring back.
namespace remise::admin {

/// remise-2026-11-22T13-50-07Z: names in the order of their dates, and good on any file system.
std::string datedName(domain::Milliseconds);
/// Whether a backup of its own makes such a name. Other folders in a place are somebody's own.
bool isDatedName(const std::string&);

/// The folder itself when it is a backup, else the newest of the dated ones in it; with a moment, of those
/// that were complete by then. Throws BackupUnfit where there is none, and where one of an earlier date holds
/// more work: some clock was wrong, and a person has to name the one that is meant.
std::filesystem::path findBackup(const std::filesystem::path&,
                                 std::optional<domain::Milliseconds> until = {});

/// What is about to be brought back, for whoever waits for it; says so when its date is later than `now`.
std::string announce(const std::filesystem::path& backup, domain::Milliseconds now);

}  // namespace remise::admin
