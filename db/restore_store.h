#pragma once

#include "db/connection.h"

/// What a database goes through when a backup is brought back into it.
namespace remise::db {

/// True when there is no table yet.
bool isEmpty(Connection&);

/// From here to endRestore no program works on the database, and none migrates it (SchemaUnfit).
void beginRestore(Connection&);
bool isBeingRestored(Connection&);

/// Lets go of the database. Numbers given out after the backup are on labels and in the hands of those who
/// follow the feed, but not in the backup: all counters go on far beyond them, so that none is given twice.
void endRestore(Connection&);

}  // namespace remise::db
