#pragma once

#include <filesystem>
#include <stdexcept>

#include "db/open_file.h"

namespace remise::db {

/// The data folder's database belongs to a running program.
class FolderInUse : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Holds DATA/mysql.lock. The database server inherits the lock, so that it lasts until both are gone.
class FolderLock {
public:
    /// Throws FolderInUse if another program is alive behind it; waits for the remains of a dead one.
    explicit FolderLock(const std::filesystem::path& data);

    [[nodiscard]] int file() const { return m_file.number(); }

private:
    OpenFile m_file;
};

}  // namespace remise::db
