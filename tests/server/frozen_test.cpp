#include <boost/test/unit_test.hpp>
#include <csignal>

#include "db/database_home.h"
#include "server/ledger/verify.h"
#include "tests/server/working_floor.h"
#include "tests/support/server_process.h"
#include "tests/support/test_database.h"

using namespace remise;

namespace {

struct Site {
    test::TemporaryFolder folder;
    std::filesystem::path data = folder.path() / "data";
    test::ServerProcess server{data};
    std::unique_ptr<test::WorkingFloor> floor;

    Site() {
        server.awaitReady();
        floor = std::make_unique<test::WorkingFloor>(settings(), identity::readOrMakeSecret(data / "secret"));
    }

    [[nodiscard]] db::Settings settings() const {
        return db::openDatabase(data, {}, db::IfRunning::join).settings();
    }
    [[nodiscard]] domain::Value send(const domain::Value& command) const {
        return floor->sendTo(server.port(), command);
    }
    void standStill() const { kill(test::databaseOf(server), SIGSTOP); }
    void goOn() const { kill(test::databaseOf(server), SIGCONT); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(frozen_test, Site)

BOOST_AUTO_TEST_CASE(beside_a_database_that_stands_still_all_are_answered_and_a_resend_counts_once) {
    const auto unit = floor->receivedLaptop(server.port());
    const auto block = floor->command("block", unit);
    standStill();
    BOOST_TEST(server.readiness() == 503);
    BOOST_TEST(send(block).textOr("code") == "unavailable");
    BOOST_TEST(server.readiness() == 503);
    goOn();
    server.awaitReady();
    const auto answer = send(block);
    BOOST_TEST(answer.textOr("status") == "accepted");
    BOOST_TEST(canonicalJson(send(block)) == canonicalJson(answer));
    db::Pool pool(settings(), 4);
    BOOST_TEST(ledger::verify(pool).content());
}

BOOST_AUTO_TEST_CASE(a_server_ends_in_its_time_although_its_database_stands_still) {
    const auto block = floor->command("block", floor->receivedLaptop(server.port()));
    standStill();
    BOOST_TEST(send(block).textOr("code") == "unavailable");
    kill(server.process(), SIGTERM);
    BOOST_TEST(server.awaitEnd() == 1);  // the database would have answered nobody for another minute
    BOOST_TEST(server.log().find("ends without finishing") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
