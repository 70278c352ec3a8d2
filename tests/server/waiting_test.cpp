#include <boost/test/unit_test.hpp>
#include <thread>

#include "db/database_home.h"
#include "db/migrate.h"
#include "tests/support/server_process.h"
#include "tests/support/test_database.h"

using namespace remise;
using test::ServerProcess;
namespace fs = std::filesystem;

namespace {

struct Place {
    test::TemporaryFolder folder;
    fs::path data = folder.path() / "data";
};

/// A test that hangs here has found a server that waits without a word.
void awaitWord(const ServerProcess& server) {
    while (server.log().find("waits for its database") == std::string::npos)
        std::this_thread::yield();
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(waiting_test, Place)

BOOST_AUTO_TEST_CASE(a_server_started_before_its_database_says_that_it_waits_and_serves_once_it_is_there) {
    const fs::path place = folder.path() / "db";
    db::Settings settings;
    {
        const db::PrivateMariadb once(place, test::quickOptions());
        settings = once.settings();
        db::migrate(settings);
    }
    ServerProcess server(data, "unix://" + settings.socket + "?user=" + settings.user + "&database=remise");
    awaitWord(server);
    BOOST_TEST(server.readiness() == 0);
    const db::PrivateMariadb database(place, test::quickOptions());
    server.awaitReady();
    BOOST_TEST(server.readiness() == 200);
}

BOOST_AUTO_TEST_CASE(a_server_waits_for_the_tool_that_has_its_private_database) {
    std::optional<db::DatabaseHome> tool(db::openDatabase(data, {}, db::IfRunning::join));
    ServerProcess server(data);
    awaitWord(server);
    tool.reset();
    server.awaitReady();
    BOOST_TEST(server.readiness() == 200);
}

BOOST_AUTO_TEST_SUITE_END()
