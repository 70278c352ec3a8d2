#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

#include "server/domain/ids.h"

/// What a backup is made of:
///   database.sql.zst   the database as statements     secret, demo.json   as they stand in the data folder
///   key-ID.pem         public keys of the seals
///   backup.json        what made it, when it was begun (made_at) and complete, how far the feed had come
///   SHA256SUMS         as `sha256sum --check` reads it
namespace remise::admin {

inline constexpr auto databaseFile = "database.sql.zst";
inline constexpr auto aboutFile = "backup.json";
inline constexpr auto sumsFile = "SHA256SUMS";
inline constexpr auto keyPrefix = "key-";
/// What stands in a data folder beside the database and is needed to work with it.
inline constexpr const char* carriedFiles[]{"secret", "demo.json"};

/// This is no whole backup; says what is wrong with which file.
class BackupUnfit : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The SHA-256 of a file's content. Throws std::runtime_error when it cannot be read.
domain::Digest sumOf(const std::filesystem::path&);

/// Writes SHA256SUMS over all other files of the folder, and everything to disk.
void closeBackup(const std::filesystem::path& folder);
/// Throws BackupUnfit unless each file is there, whole and unchanged, and no other is.
void checkBackup(const std::filesystem::path& folder);
/// "2026-11-22 14:05:00", this machine's time; nothing when it is no such text.
std::optional<domain::Milliseconds> readLocalTime(const std::string&);
std::string localTime(domain::Milliseconds);

/// Writes the file's bytes and name to disk; readable by its owner only.
void writeFile(const std::filesystem::path&, const std::string& content);

}  // namespace remise::admin
