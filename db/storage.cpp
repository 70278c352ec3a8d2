#include "db/storage.h"

#include <sys/statvfs.h>

#include <algorithm>
#include <array>

namespace remise::db {
namespace {

/// Rollback, purge and temporary tables of transactions under way need some room too.
constexpr std::uint64_t reserve = 32u << 20;

// Disk full, error writing a file (the client's own word for it, and the server's), table full, read-only
// table, read-only server.
constexpr std::array full{1021, 3, 1026, 1114, 1036, 1290};

}  // namespace

bool isStorageFull(const Error& error) {
    return std::find(full.begin(), full.end(), error.code()) != full.end();
}

bool hasRoom(const std::string& folder) {
    struct statvfs disk {};
    if (folder.empty() || statvfs(folder.c_str(), &disk) != 0) return true;
    return disk.f_bavail * disk.f_frsize > reserve;
}

}  // namespace remise::db
