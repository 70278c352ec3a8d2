#include <sys/wait.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "tests/server/ledger/ledger_fixture.h"

using namespace remise;

namespace {

/// The program itself, as whoever looks after the server runs it.
struct Administrator : test::LedgerFixture {
    test::TemporaryFolder folder;

    /// Its exit status.
    int run(const std::string& arguments, const db::Settings& settings) {
        const std::string address = "unix://" + settings.socket + "?user=" + settings.user +
                                    "&password=" + settings.password + "&database=" + settings.database;
        const std::string line = "REMISE_DATABASE='" + address + "' " REMISE_BINARY_DIR "/bin/remise-admin " +
                                 arguments + " >/dev/null 2>&1";
        const int status = std::system(line.c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    int run(const std::string& command) {
        return run(command + " --data " + folder.path().string(), database.settings());
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(remise_admin_main_test, Administrator)

BOOST_AUTO_TEST_CASE(verify_ends_with_0_only_while_the_ledger_is_whole) {
    laptopAt("in_stock");
    BOOST_TEST(run("verify") == 0);
    {
        const auto connection = database.pool().take();
        connection->execute("UPDATE unit SET stage = 'delivered'");
    }
    BOOST_TEST(run("verify") == 1);
}

BOOST_AUTO_TEST_CASE(a_wrong_call_ends_with_2) {
    BOOST_TEST(run("", database.settings()) == 2);
    BOOST_TEST(run("verify", database.settings()) == 2);
    BOOST_TEST(run("dance") == 2);
    BOOST_TEST(run("verify --loudly") == 2);
    BOOST_TEST(run("add-worker --site nord --role king") == 2);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_done_ends_with_1) {
    test::TestDatabase empty(test::Tables::none);
    const std::string data = " --data " + folder.path().string();
    BOOST_TEST(run("verify" + data, empty.settings()) == 1);
    BOOST_TEST(run("migrate" + data, empty.settings()) == 0);
    BOOST_TEST(run("verify" + data, empty.settings()) == 0);
    db::Settings nowhere = database.settings();
    nowhere.socket = folder.path() / "nobody";
    BOOST_TEST(run("verify" + data, nowhere) == 1);
    receivedLaptop();
    BOOST_TEST(run("seed") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
