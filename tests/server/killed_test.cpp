#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>

#include "db/database_home.h"
#include "db/migrate.h"
#include "server/ledger/verify.h"
#include "tests/server/working_floor.h"
#include "tests/support/server_process.h"
#include "tests/support/test_database.h"

using namespace remise;
using test::Load;
using test::ServerProcess;
using Clock = std::chrono::steady_clock;

namespace {

/// A server on a private database, and people at work whom its deaths do not stop.
struct Site {
    test::TemporaryFolder folder;
    std::filesystem::path data = folder.path() / "data";
    std::unique_ptr<ServerProcess> server;
    std::atomic<std::uint16_t> port = 0;
    std::unique_ptr<test::WorkingFloor> floor;
    std::vector<std::unique_ptr<Load>> people;

    Site() {
        start();
        floor = std::make_unique<test::WorkingFloor>(settings(), identity::readOrMakeSecret(data / "secret"));
        for (int i = 0; i < 3; ++i)
            people.push_back(std::make_unique<Load>(*floor, [this] { return port.load(); }));
    }
    void start() {
        server.reset();
        server = std::make_unique<ServerProcess>(data);
        server->awaitReady();
        port = server->port();
    }
    [[nodiscard]] db::Settings settings() const {
        return db::openDatabase(data, {}, db::IfRunning::join).settings();
    }
    void work() const {
        for (const auto& person : people)
            person->awaitMore(10);
    }
    /// Milliseconds from `since` until somebody's new command is accepted.
    [[nodiscard]] std::int64_t awaitFirst(Clock::time_point since) const {
        const auto command = floor->command("note", people.front()->unit(), domain::Value::Object{});
        (void)floor->sendUntilAnswered([this] { return port.load(); }, command);
        return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - since).count();
    }
    void everythingAcknowledgedIsThereOnce() {
        for (const auto& person : people) {
            person->stop();
            BOOST_TEST(test::missingIn(settings(), *person).empty());
        }
        db::Pool pool(settings(), 4);
        const auto report = ledger::verify(pool);
        for (const auto& fault : report.faults)
            BOOST_TEST_MESSAGE(fault);
        BOOST_TEST(report.content());
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(killed_test)

BOOST_FIXTURE_TEST_CASE(a_database_killed_under_load_comes_back_and_nothing_acknowledged_is_lost, Site) {
    for (int round = 0; round < 6; ++round) {
        work();
        const pid_t database = test::databaseOf(*server);
        BOOST_REQUIRE(database != 0);
        const auto killed = Clock::now();
        kill(database, SIGKILL);
        BOOST_TEST_MESSAGE("accepted again " << awaitFirst(killed) << " ms after the database's death");
    }
    everythingAcknowledgedIsThereOnce();
}

BOOST_FIXTURE_TEST_CASE(a_server_killed_under_load_starts_again_at_once_and_nothing_acknowledged_is_lost,
                        Site) {
    for (int round = 0; round < 4; ++round) {
        work();
        const auto killed = Clock::now();
        server->die();
        start();
        BOOST_TEST_MESSAGE("accepted again " << awaitFirst(killed) << " ms after the server's death");
    }
    everythingAcknowledgedIsThereOnce();
}

BOOST_FIXTURE_TEST_CASE(both_killed_at_once_under_load_lose_nothing_acknowledged, Site) {
    for (int round = 0; round < 4; ++round) {
        work();
        const pid_t database = test::databaseOf(*server);
        BOOST_REQUIRE(database != 0);
        const auto killed = Clock::now();
        kill(database, SIGKILL);
        server->die();
        start();
        BOOST_TEST_MESSAGE("accepted again " << awaitFirst(killed) << " ms after the death of both");
    }
    everythingAcknowledgedIsThereOnce();
}

BOOST_AUTO_TEST_CASE(a_server_is_not_ready_while_its_database_is_away_and_ready_by_itself_when_it_is_back) {
    test::TemporaryFolder folder;
    auto database = std::make_unique<db::PrivateMariadb>(folder.path() / "db", test::quickOptions());
    db::migrate(database->settings());
    const auto& settings = database->settings();
    ServerProcess server(folder.path() / "data",
                         "unix://" + settings.socket + "?user=" + settings.user + "&database=remise");
    server.awaitReady();
    database.reset();
    BOOST_TEST(server.readiness() == 503);
    BOOST_TEST(server.readiness() == 503);
    database = std::make_unique<db::PrivateMariadb>(folder.path() / "db", test::quickOptions());
    server.awaitReady();
    BOOST_TEST(server.readiness() == 200);
}

BOOST_AUTO_TEST_SUITE_END()
