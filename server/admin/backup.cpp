#include "server/admin/backup.h"

#include <chrono>
#include <string>
#include <vector>

#include "db/connection.h"
#include "db/feed_store.h"
#include "db/migrate.h"
#include "server/admin/backup_folder.h"
#include "server/admin/backup_place.h"
#include "server/admin/client_options.h"
#include "server/admin/pipeline.h"
#include "server/domain/value.h"

namespace remise::admin {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds longerThanTablesAreHeld{660};

bool hasBinaryLog(db::Connection& connection) {
    auto rows = connection.prepare("SELECT @@log_bin").query();
    return rows.next() && rows.integer(1) != 0;
}

/// By the clock that stamps the binary logs.
domain::Milliseconds timeOf(db::Connection& connection) {
    auto rows = connection.prepare("SELECT CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS INTEGER)").query();
    rows.next();
    return rows.integer(1);
}

void dump(const db::Settings& settings, bool withLogPosition, const fs::path& folder) {
    const ClientOptions options(settings);
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
    auto patient = settings;
    patient.readLimit = longerThanTablesAreHeld;
    db::Connection connection(patient);
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
    const auto feedPlace = db::placeToCome(connection);
    dump(settings, hasBinaryLog(connection), unfinished.folder());
    writeFile(unfinished.folder() / aboutFile,
              canonicalJson(domain::Value::Object{{"format", 1},
                                                  {"made_at", domain::formatTime(now)},
                                                  {"complete_at", domain::formatTime(timeOf(connection))},
                                                  {"feed_place", feedPlace},
                                                  {"program", db::ProgramVersion::current().text()}}) +
                  "\n");
    closeBackup(unfinished.folder());
    unfinished.finish();
    return place;
}

}  // namespace remise::admin
