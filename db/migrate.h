#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.h"
#include "db/program_version.h"

namespace remise::db {

/// One step from one shape of the tables to the next: one statement, never edited once it has been published.
struct Migration {
    std::string_view name;  ///< NNNN_words.sql; their order is the order of their names
    std::string_view text;
};

/// The migrations this program carries.
std::vector<Migration> embeddedMigrations();

/// What a program brings to a database.
struct Release {
    ProgramVersion version = ProgramVersion::current();
    ProgramVersion oldest = ProgramVersion::oldest();
    std::vector<Migration> migrations = embeddedMigrations();
};

/// This program must not work on this database; says why and what to do.
class SchemaUnfit : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

enum class MigrationStep { begun, executed, recorded };
using MigrationWatch = std::function<void(MigrationStep, std::string_view name)>;

/// Brings the tables to the release's shape. May be interrupted anywhere and run again; one program at a
/// time. Throws SchemaUnfit and changes nothing if the tables are newer than the release, if a migration that
/// was run has been edited since, or if one could not be run twice.
void migrate(const Settings&, const Release& = {}, const MigrationWatch& = {});

/// Keeps others from changing the tables for as long as this session lasts. Throws SchemaUnfit when somebody
/// has been at it for ten minutes.
void holdTables(Connection&);

/// Throws SchemaUnfit unless this program may work on these tables as they are.
void requireFitSchema(Connection&, const Release& = {});

}  // namespace remise::db
