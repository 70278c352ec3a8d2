#include "server/admin/backup.h"

#include <stdexcept>
#include <system_error>

#include "db/connection.h"
#include "db/migrate.h"
#include "server/admin/backup_folder.h"
#include "server/admin/client_options.h"
#include "server/admin/pipeline.h"
#include "server/domain/value.h"

namespace remise::admin {
namespace {

namespace fs = std::filesystem;

/// A folder that is gone again unless it becomes the backup.
class Unfinished {
public:
    explicit Unfinished(const fs::path& wanted)
        : m_wanted(wanted), m_folder(wanted.string() + ".unfinished") {
        fs::remove_all(m_folder);  // of a run that was cut off
        fs::create_directories(m_folder);
        fs::permissions(m_folder, fs::perms::owner_all);
    }
    ~Unfinished() {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    [[nodiscard]] const fs::path& folder() const { return m_folder; }
    void finish() { fs::rename(m_folder, m_wanted); }

private:
    fs::path m_wanted, m_folder;
};

/// remise-2026-11-22T13-50-07Z: names in the order of their dates, and good on any file system.
fs::path placeFor(const fs::path& to, domain::Milliseconds now) {
    if (!fs::exists(to)) return to;
    std::string name = "remise-" + domain::formatTime(now).substr(0, 19) + "Z";
    for (char& c : name)
        if (c == ':') c = '-';
    if (fs::exists(to / name)) throw std::runtime_error((to / name).string() + " is there already");
    return to / name;
}

bool hasBinaryLog(db::Connection& connection) {
    auto rows = connection.prepare("SELECT @@log_bin").query();
    return rows.next() && rows.integer(1) != 0;
}

void dump(const db::Settings& settings, bool withLogPosition, const fs::path& folder) {
    const ClientOptions options(folder / "client.cnf", settings);
    std::vector<std::string> program{"mariadb-dump",
                                     options.argument(),
                                     "--single-transaction",
                                     "--quick",
                                     "--hex-blob",
                                     "--no-tablespaces",
                                     "--skip-lock-tables",
                                     "--skip-dump-date",
                                     "--skip-add-drop-table",
                                     "--max-allowed-packet=64M"};
    if (withLogPosition) program.push_back("--master-data=2");
    program.push_back(settings.database);
    Pipeline{{std::move(program), {"zstd", "-q", "-3"}}, "/dev/null", folder / databaseFile}.run();
}

}  // namespace

fs::path makeBackup(const db::Settings& settings, const fs::path& data, const ledger::SealKeys& keys,
                    const fs::path& to, domain::Milliseconds now) {
    db::Connection connection(settings);
    db::holdTables(connection);
    db::requireFitSchema(connection);
    const fs::path place = placeFor(fs::absolute(to), now);
    Unfinished unfinished(place);
    for (const char* name : carriedFiles)
        if (fs::exists(data / name)) {
            fs::copy_file(data / name, unfinished.folder() / name);
            fs::permissions(unfinished.folder() / name, fs::perms::owner_read | fs::perms::owner_write);
        }
    for (const auto& [id, key] : keys.publicKeys())
        writeFile(unfinished.folder() / (keyPrefix + id + ".pem"), key.pem());
    dump(settings, hasBinaryLog(connection), unfinished.folder());
    writeFile(unfinished.folder() / aboutFile,
              canonicalJson(domain::Value::Object{{"format", 1},
                                                  {"made_at", domain::formatTime(now)},
                                                  {"program", db::ProgramVersion::current().text()}}) +
                  "\n");
    closeBackup(unfinished.folder());
    unfinished.finish();
    return place;
}

}  // namespace remise::admin
