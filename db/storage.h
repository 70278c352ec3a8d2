#pragma once

#include <string>

#include "db/error.h"

namespace remise::db {

/// The database has no room left to write. It would stop itself if it ran out of room in the middle of a
/// transaction, so none is begun when less than a reserve is left on a disk that its tables or logs stand on.
bool isStorageFull(const Error&);

/// Whether there is more than the reserve on the disk that the folder is on. True for a folder that cannot be
/// asked: it is another machine's.
bool hasRoom(const std::string& folder);

}  // namespace remise::db
