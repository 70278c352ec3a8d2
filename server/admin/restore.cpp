#include "server/admin/restore.h"

#include <fcntl.h>
#include <unistd.h>

#include <stdexcept>

#include "db/connection.h"
#include "db/database_home.h"
#include "db/migrate.h"
#include "db/restore_store.h"
#include "server/admin/backup_folder.h"
#include "server/admin/client_options.h"
#include "server/admin/pipeline.h"

namespace remise::admin {
namespace {

namespace fs = std::filesystem;

db::DatabaseHome openEmpty(const fs::path& data, const std::optional<std::string>& address) {
    db::DatabaseHome home = address ? db::DatabaseHome(db::Settings::parse(*address))
                                    : db::DatabaseHome(std::make_unique<db::PrivateMariadb>(data));
    db::Connection connection(home.settings());
    if (!db::isEmpty(connection))
        throw std::runtime_error("There are tables in " + home.settings().text() +
                                 " already; a backup goes into an empty database only");
    return home;
}

void load(const fs::path& backup, const db::Settings& settings, const fs::path& data,
          const std::optional<BinaryLogs>& logs) {
    const ClientOptions options(data / "client.cnf", settings);
    Pipeline{{{"zstd", "-q", "-d"},
              {"mariadb", options.argument(), "--max-allowed-packet=64M", settings.database}},
             backup / databaseFile}
        .run();
    if (logs) replayLogs(*logs, backup / databaseFile, settings, options, data);
}

/// The public keys, without which no seal can be checked.
void bringKeys(const fs::path& backup, const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(backup)) {
        const std::string name = entry.path().filename(), prefix = keyPrefix;
        if (!name.starts_with(prefix)) continue;
        if (fs::create_directories(folder)) fs::permissions(folder, fs::perms::owner_all);
        fs::copy_file(entry.path(), folder / name.substr(prefix.size()));
    }
}

}  // namespace

void restoreBackup(const fs::path& from, const fs::path& data, const std::optional<std::string>& address,
                   const std::optional<BinaryLogs>& logs) {
    const fs::path backup = findBackup(fs::absolute(from));
    checkBackup(backup);
    if (fs::exists(data) && !fs::is_empty(data))
        throw std::runtime_error(data.string() + " is not empty; a backup goes into an empty folder only");
    if (fs::create_directories(data)) fs::permissions(data, fs::perms::owner_all);
    writeFile(db::restoreMark(data), "");
    for (const char* name : carriedFiles)
        if (fs::exists(backup / name)) fs::copy_file(backup / name, data / name);
    bringKeys(backup, data / "keys");
    const auto home = openEmpty(data, address);
    {
        db::Connection connection(home.settings());
        db::beginRestore(connection);
        load(backup, home.settings(), data, logs);
        db::endRestore(connection);
    }
    db::migrate(home.settings());
    fs::remove(db::restoreMark(data));
}

}  // namespace remise::admin
