#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "db/private_mariadb.h"
#include "db/settings.h"

namespace remise::db {

/// The database a program works on, and the private server behind it if this program runs one.
class DatabaseHome {
public:
    explicit DatabaseHome(Settings settings) : m_settings(std::move(settings)) {}
    explicit DatabaseHome(std::unique_ptr<PrivateMariadb> own)
        : m_settings(own->settings()), m_own(std::move(own)) {}

    [[nodiscard]] const Settings& settings() const { return m_settings; }
    /// A private database is only ours: we may bring it up to date when we start.
    [[nodiscard]] bool isOwn() const { return m_own != nullptr; }
    [[nodiscard]] const PrivateMariadb* server() const { return m_own.get(); }

private:
    Settings m_settings;
    std::unique_ptr<PrivateMariadb> m_own;
};

/// Stands in a data folder for as long as a backup is brought back into it: nobody may start there.
std::filesystem::path restoreMark(const std::filesystem::path& data);

/// What to do when another program runs the data folder's private database: a tool joins it, a server must
/// not.
enum class IfRunning { refuse, join };

/// The database at `address` (see Settings::parse; REMISE_DATABASE) if one is given, else the private one in
/// the data folder. Throws FolderInUse if that is another program's and must not be joined, and
/// std::runtime_error while a backup is brought back into the folder.
DatabaseHome openDatabase(const std::filesystem::path& data, const std::optional<std::string>& address,
                          IfRunning);

}  // namespace remise::db
