#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "db/open_file.h"

namespace remise::db {

/// How long a program holds a folder: a server for good, a tool until it is done.
enum class Tenure { lasting, passing };

/// The data folder's database belongs to a running program.
class FolderInUse : public std::runtime_error {
public:
    FolderInUse(const std::string& what, Tenure tenure) : std::runtime_error(what), m_tenure(tenure) {}
    /// Passing: whoever waits will have it.
    [[nodiscard]] Tenure tenure() const { return m_tenure; }

private:
    Tenure m_tenure;
};

/// Holds DATA/mysql.lock. The database server inherits the lock, so that it lasts until both are gone.
class FolderLock {
public:
    /// Throws FolderInUse if another program is alive behind it; waits for the remains of a dead one.
    FolderLock(const std::filesystem::path& data, Tenure);

    [[nodiscard]] int file() const { return m_file.number(); }

private:
    OpenFile m_file;
};

}  // namespace remise::db
