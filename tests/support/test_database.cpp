#include "tests/support/test_database.h"

#include <cstdlib>
#include <stdexcept>

#include "db/migrate.h"

namespace remise::test {
namespace {

struct Server {
    TemporaryFolder folder;
    db::PrivateMariadb mariadb{folder.path(), quickOptions()};
    int databases = 0;
};

Server& server() {
    static Server running;
    return running;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::string pattern = "/tmp/remise-test-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("Cannot make a folder in /tmp");
    m_path = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

TestDatabase::TestDatabase(Tables tables) : m_settings(server().mariadb.settings()) {
    m_settings.database = "test_" + std::to_string(++server().databases);
    db::Connection(server().mariadb.settings())
        .execute("CREATE DATABASE " + m_settings.database + " CHARACTER SET utf8mb4");
    if (tables == Tables::migrated) db::migrate(m_settings);
}

TestDatabase::~TestDatabase() {
    m_pool.reset();
    db::Connection(server().mariadb.settings()).execute("DROP DATABASE " + m_settings.database);
}

db::Pool& TestDatabase::pool() {
    std::call_once(m_poolMade, [this] { m_pool = std::make_unique<db::Pool>(m_settings, 8); });
    return *m_pool;
}

db::PrivateMariadb::Options quickOptions() {
    return {.bufferPoolMebibytes = 64, .logMebibytes = 8, .more = {"--debug-no-sync"}};
}

}  // namespace remise::test
