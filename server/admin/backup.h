#pragma once

#include <filesystem>

#include "db/settings.h"
#include "server/domain/ids.h"
#include "server/ledger/seal_files.h"

namespace remise::admin {

/// Copies the database as it is at one moment, and what the data folder holds beside it, while work goes on.
/// `to` becomes the backup; when it is a folder already, the backup is made in it and named by its date.
/// Nothing that looks like a backup is left when this fails. Returns where it is.
/// Of the keys, only those that check seals are taken along: who has a backup must not be able to sign.
std::filesystem::path makeBackup(const db::Settings&, const std::filesystem::path& data,
                                 const ledger::SealKeys&, const std::filesystem::path& to,
                                 domain::Milliseconds now);

}  // namespace remise::admin
