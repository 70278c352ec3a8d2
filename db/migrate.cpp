#include "db/migrate.h"

#include <algorithm>
#include <map>
#include <optional>

#include "db/error.h"
#include "db/migration_form.h"
#include "db/restore_store.h"
#include "db/transaction.h"
#include "server/domain/embedded.h"

namespace remise::db {
namespace {

constexpr int noSuchTable = 1146;

/// What the database remembers of the releases that shaped it.
struct Schema {
    std::map<std::string, std::string> checksums;  ///< by the migration's name
    std::optional<ProgramVersion> oldest;          ///< the oldest program that may run on it
    std::optional<ProgramVersion> newest;          ///< the newest that has shaped it
};

constexpr auto createMigrationTable =
    "CREATE TABLE IF NOT EXISTS schema_migration (name VARCHAR(100) PRIMARY KEY, checksum CHAR(64) NOT NULL,"
    " done_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE "
    "utf8mb4_bin";

constexpr auto createProgramTable =
    "CREATE TABLE IF NOT EXISTS schema_program (id TINYINT PRIMARY KEY, oldest VARCHAR(20) NOT NULL,"
    " newest VARCHAR(20) NOT NULL) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";

void refuseHalfRestored(Connection& connection) {
    if (isBeingRestored(connection))
        throw SchemaUnfit(
            "The return of a backup into this database has not ended; if it was cut off, empty "
            "the database and run remise-admin restore again");
}

std::string checksumOf(Connection& connection, std::string_view text) {
    auto result = connection.prepare("SELECT SHA2(?, 256)").bind(text).query();
    result.next();
    return result.text(1);
}

Schema readSchema(Connection& connection) {
    Schema schema;
    auto done = connection.prepare("SELECT name, checksum FROM schema_migration").query();
    while (done.next())
        schema.checksums.emplace(done.text(1), done.text(2));
    auto program = connection.prepare("SELECT oldest, newest FROM schema_program WHERE id = 1").query();
    if (program.next()) {
        schema.oldest = ProgramVersion::parse(program.text(1));
        schema.newest = ProgramVersion::parse(program.text(2));
    }
    return schema;
}

bool knows(const Release& release, const std::string& name) {
    return std::any_of(release.migrations.begin(), release.migrations.end(),
                       [&](auto& m) { return m.name == name; });
}

bool isNewerThan(const Schema& schema, const Release& release) {
    return (schema.newest && *schema.newest > release.version) ||
           std::any_of(schema.checksums.begin(), schema.checksums.end(),
                       [&](auto& done) { return !knows(release, done.first); });
}

void refuseEdited(Connection& connection, const Schema& schema, const Release& release) {
    for (const auto& [name, text] : release.migrations) {
        const auto done = schema.checksums.find(std::string(name));
        if (done != schema.checksums.end() && done->second != checksumOf(connection, text))
            throw SchemaUnfit("The migration " + std::string(name) +
                              " was edited after this database ran it; put it back and add a new one");
    }
}

void refuseUnrepeatable(const Release& release) {
    for (const auto& [name, text] : release.migrations)
        if (const auto why = whyNotRepeatable(text))
            throw SchemaUnfit("The migration " + std::string(name) +
                              " could not be run again after a crash: " + *why);
}

/// Written before the first change, so that an older program does not start in the middle of it.
void recordRelease(Connection& connection, const Schema& schema, const Release& release) {
    connection.prepare("REPLACE INTO schema_program (id, oldest, newest) VALUES (1, ?, ?)")
        .bind(std::max(schema.oldest.value_or(release.oldest), release.oldest).text())
        .bind(release.version.text())
        .execute();
}

void record(Connection& connection, const Migration& migration) {
    connection.prepare("INSERT INTO schema_migration (name, checksum) VALUES (?, SHA2(?, 256))")
        .bind(migration.name)
        .bind(migration.text)
        .execute();
}

void run(Connection& connection, const Migration& migration, const MigrationWatch& watch) {
    watch(MigrationStep::begun, migration.name);
    if (changesRowsOnly(migration.text)) {
        Transaction transaction(connection);
        connection.execute(migration.text);
        watch(MigrationStep::executed, migration.name);
        record(connection, migration);
        transaction.commit();
    } else {
        connection.execute(migration.text);
        watch(MigrationStep::executed, migration.name);
        record(connection, migration);
    }
    watch(MigrationStep::recorded, migration.name);
}

Settings patient(Settings settings) {
    settings.readLimit = std::chrono::seconds(0);  // a large table takes as long as it takes
    return settings;
}

}  // namespace

void holdTables(Connection& connection) {
    // Held by the session: a program that dies lets go of it.
    auto result =
        connection.prepare("SELECT GET_LOCK(CONCAT('remise_', LEFT(SHA2(DATABASE(), 256), 32)), 600)")
            .query();
    result.next();
    if (result.isNull(1) || result.integer(1) != 1)
        throw SchemaUnfit(
            "Another program has been changing this database's tables for ten minutes; try again later");
}

std::vector<Migration> embeddedMigrations() {
    std::vector<Migration> migrations;
    for (const auto& [name, text] : embedded::migrations())
        migrations.push_back({name, text});
    return migrations;
}

void migrate(const Settings& settings, const Release& release, const MigrationWatch& watch) {
    refuseUnrepeatable(release);
    Connection connection(patient(settings));
    holdTables(connection);
    refuseHalfRestored(connection);
    connection.execute(createMigrationTable);
    connection.execute(createProgramTable);
    const auto schema = readSchema(connection);
    if (isNewerThan(schema, release))
        throw SchemaUnfit("The database's tables were made by a newer program than " +
                          release.version.text() + "; install that one");
    refuseEdited(connection, schema, release);
    recordRelease(connection, schema, release);
    for (const auto& migration : release.migrations)
        if (!schema.checksums.contains(std::string(migration.name)))
            run(
                connection, migration, watch ? watch : [](MigrationStep, std::string_view) {});
}

void requireFitSchema(Connection& connection, const Release& release) {
    refuseHalfRestored(connection);
    Schema schema;
    try {
        schema = readSchema(connection);
    } catch (const Error& error) {
        if (error.code() != noSuchTable) throw;
        throw SchemaUnfit("The database has no tables yet; run remise-admin migrate");
    }
    if (schema.oldest && release.version < *schema.oldest)
        throw SchemaUnfit("The database needs program " + schema.oldest->text() + " or newer; this is " +
                          release.version.text());
    if (schema.newest.value_or(release.version) <= release.version && isNewerThan(schema, release))
        throw SchemaUnfit("The database's tables were made by another build of program " +
                          release.version.text());
    for (const auto& migration : release.migrations)
        if (!schema.checksums.contains(std::string(migration.name)))
            throw SchemaUnfit("The database lacks the migration " + std::string(migration.name) +
                              "; run remise-admin migrate");
    refuseEdited(connection, schema, release);
}

}  // namespace remise::db
