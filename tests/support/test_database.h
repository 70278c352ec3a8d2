#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "db/database.h"
#include "db/private_mariadb.h"

namespace remise::test {

/// Removes itself with all it holds.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

enum class Tables { none, migrated };

/// A database of its own on a real MariaDB: one server a test program, started by the first test that asks,
/// and a fresh database for each of these.
class TestDatabase {
public:
    explicit TestDatabase(Tables = Tables::migrated);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    [[nodiscard]] const db::Settings& settings() const { return m_settings; }
    /// Eight connections, made when first asked for, by whichever thread.
    db::Pool& pool();

private:
    db::Settings m_settings;
    std::once_flag m_poolMade;
    std::unique_ptr<db::Pool> m_pool;
};

/// Options of a private MariaDB that need not survive a power cut.
db::PrivateMariadb::Options quickOptions();

}  // namespace remise::test
