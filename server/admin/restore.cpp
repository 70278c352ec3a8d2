#include "server/admin/restore.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <stdexcept>

#include "db/connection.h"
#include "db/database_home.h"
#include "db/migrate.h"
#include "db/restore_store.h"
#include "server/admin/backup_folder.h"
#include "server/admin/client_options.h"
#include "server/admin/find_backup.h"
#include "server/admin/pipeline.h"
#include "server/admin/replay_log.h"

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

void load(const fs::path& backup, const db::Settings& settings, const std::optional<LogReplay>& logs) {
    const ClientOptions options(settings);
    Pipeline{{{"zstd", "-q", "-d"},
              {"mariadb", options.argument(), "--max-allowed-packet=64M", settings.database}},
             backup / databaseFile}
        .run();
    if (logs) logs->run(options);
}

/// A disk of its own has a folder for what its checks find.
bool isEmpty(const fs::path& folder) {
    const fs::directory_iterator entries(folder);
    return std::all_of(begin(entries), end(entries),
                       [](const auto& entry) { return entry.path().filename() == "lost+found"; });
}

/// Whatever its mode is where it comes from: some disks give every file to everybody.
void bringFile(const fs::path& from, const fs::path& to) {
    fs::copy_file(from, to);
    fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write);
}

/// The public keys, without which no seal can be checked.
void bringKeys(const fs::path& backup, const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(backup)) {
        const std::string name = entry.path().filename(), prefix = keyPrefix;
        if (!name.starts_with(prefix)) continue;
        if (fs::create_directories(folder)) fs::permissions(folder, fs::perms::owner_all);
        bringFile(entry.path(), folder / name.substr(prefix.size()));
    }
}

domain::Milliseconds nowMilliseconds() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

/// A private one is always called so.
std::string databaseAt(const std::optional<std::string>& address) {
    return address ? db::Settings::parse(*address).database : "remise";
}

}  // namespace

void restoreBackup(const fs::path& from, const fs::path& data, const std::optional<std::string>& address,
                   const ReturnTo& wanted) {
    const fs::path backup = findBackup(fs::absolute(from), wanted.until);
    std::cout << announce(backup, nowMilliseconds()) << std::endl;
    checkBackup(backup);
    if (fs::exists(data) && !isEmpty(data))
        throw std::runtime_error(data.string() + " is not empty; a backup goes into an empty folder only");
    std::optional<LogReplay> logs;
    if (wanted.binaryLogs) {
        logs.emplace(*wanted.binaryLogs, wanted.until, backup / databaseFile, databaseAt(address));
        logs->refuseDestruction();
    }
    if (fs::create_directories(data)) fs::permissions(data, fs::perms::owner_all);
    writeFile(db::restoreMark(data), "");
    for (const char* name : carriedFiles)
        if (fs::exists(backup / name)) bringFile(backup / name, data / name);
    bringKeys(backup, data / "keys");
    const auto home = openEmpty(data, address);
    {
        db::Connection connection(home.settings());
        db::beginRestore(connection);
        load(backup, home.settings(), logs);
        db::endRestore(connection);
    }
    db::migrate(home.settings());
    fs::remove(db::restoreMark(data));
}

}  // namespace remise::admin
