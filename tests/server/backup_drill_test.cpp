#include <sys/wait.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdlib>

#include "db/database_home.h"
#include "db/migrate.h"
#include "server/admin/backup_folder.h"
#include "server/ledger/verify.h"
#include "tests/server/working_floor.h"
#include "tests/support/server_process.h"
#include "tests/support/test_database.h"

using namespace remise;
using test::Load;
using test::ServerProcess;
namespace fs = std::filesystem;

namespace {

/// The program itself, as an administrator runs it; its exit status.
int administer(const std::string& arguments, const std::string& database = "") {
    const std::string where =
        database.empty() ? "env -u REMISE_DATABASE " : "REMISE_DATABASE='" + database + "' ";
    const int status =
        std::system((where + REMISE_BINARY_DIR "/bin/remise-admin " + arguments + " >/dev/null").c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string addressOf(const db::Settings& settings) {
    return "unix://" + settings.socket + "?user=" + settings.user + "&database=remise";
}

bool isWhole(const db::Settings& settings) {
    db::Pool pool(settings, 4);
    return ledger::verify(pool).content();
}

std::size_t countMissing(const db::Settings& settings, const Load& load) {
    return test::missingIn(settings, load).size();
}

struct Place {
    test::TemporaryFolder folder;
    fs::path data = folder.path() / "data", kept = folder.path() / "kept", back = folder.path() / "back";
};

/// A database of one's own that keeps binary logs.
db::PrivateMariadb::Options logging() {
    auto options = test::quickOptions();
    options.more.insert(options.more.end(), {"--log-bin=binlog", "--binlog-format=ROW", "--server-id=1"});
    return options;
}

/// The first whole second that is not over yet: what options can name.
domain::Milliseconds nextSecond() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(ceil<seconds>(system_clock::now()).time_since_epoch()).count();
}

std::string untilMoment(domain::Milliseconds at) {
    return " --until '" + admin::localTime(at) + "'";
}

/// The accident, at a moment that is known.
void drop(const db::Settings& settings, domain::Milliseconds at) {
    db::Connection connection(settings);
    connection.execute("SET timestamp = " + std::to_string(at / 1000));
    connection.execute("DROP DATABASE remise");
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(backup_drill_test, Place)

BOOST_AUTO_TEST_CASE(all_acknowledged_before_the_backup_is_there_and_outboxes_bring_the_rest) {
    ServerProcess server(data);
    server.awaitReady();
    const auto home = db::openDatabase(data, {}, db::IfRunning::join);
    const test::WorkingFloor floor(home.settings(), identity::readOrMakeSecret(data / "secret"));
    Load person(floor, [&] { return server.port(); }), other(floor, [&] { return server.port(); });
    person.awaitMore(60);
    const int before = person.acknowledged();
    BOOST_TEST(administer("backup --data " + data.string() + " --to " + kept.string()) == 0);
    person.awaitMore(60);
    person.stop();
    other.stop();
    server.die();
    fs::remove_all(data);

    BOOST_REQUIRE(administer("restore --from " + kept.string() + " --data " + back.string()) == 0);
    ServerProcess again(back);
    again.awaitReady();
    const auto restored = db::openDatabase(back, {}, db::IfRunning::join).settings();
    const auto lost = countMissing(restored, person);
    BOOST_TEST(lost <= person.ids().size() - static_cast<std::size_t>(before));
    BOOST_TEST_MESSAGE(person.ids().size() << " acknowledged, " << before << " before the backup began, "
                                           << lost << " not in it");
    for (const Load* each : {&person, &other})
        for (const auto& command : each->commands())
            BOOST_REQUIRE(floor.sendTo(again.port(), command).textOr("status") == "accepted");
    BOOST_TEST(countMissing(restored, person) == 0u);
    BOOST_TEST(countMissing(restored, other) == 0u);
    BOOST_TEST(isWhole(restored));
}

BOOST_AUTO_TEST_CASE(
    with_binary_logs_all_that_was_acknowledged_comes_back_up_to_the_moment_that_is_asked_for) {
    const fs::path logs = folder.path() / "logs";
    std::optional<db::PrivateMariadb> database(std::in_place, folder.path() / "db", logging());
    db::migrate(database->settings());
    const std::string address = addressOf(database->settings());
    ServerProcess server(data, address);
    server.awaitReady();
    const test::WorkingFloor floor(database->settings(), identity::readOrMakeSecret(data / "secret"));
    Load person(floor, [&] { return server.port(); });
    person.awaitMore(40);
    BOOST_TEST(administer("backup --data " + data.string() + " --to " + kept.string(), address) == 0);
    const auto moment = nextSecond();
    while (nextSecond() <= moment + 1000)
        person.awaitMore(10);
    person.stop();
    server.die();
    const auto accident = nextSecond() + 1000;
    drop(database->settings(), accident);
    database.reset();
    fs::create_directory(logs);  // they are kept on another disk
    for (const auto& entry : fs::directory_iterator(folder.path() / "db" / "mysql"))
        if (entry.path().filename().string().starts_with("binlog."))
            fs::copy_file(entry.path(), logs / entry.path().filename());
    fs::remove_all(folder.path() / "db");
    fs::remove_all(data);

    const std::string restore =
        "restore --from " + kept.string() + " --binlogs " + logs.string() + " --data ";
    BOOST_TEST(administer(restore + back.string()) == 1);
    BOOST_TEST(!fs::exists(back));
    BOOST_REQUIRE(administer(restore + back.string() + untilMoment(accident)) == 0);
    {
        const auto home = db::openDatabase(back, {}, db::IfRunning::refuse);
        BOOST_TEST(countMissing(home.settings(), person) == 0u);
        BOOST_TEST(isWhole(home.settings()));
    }
    const fs::path earlier = folder.path() / "earlier";
    BOOST_REQUIRE(administer(restore + earlier.string() + untilMoment(moment)) == 0);
    const auto home = db::openDatabase(earlier, {}, db::IfRunning::refuse);
    BOOST_TEST(countMissing(home.settings(), person) > 0u);
    BOOST_TEST(isWhole(home.settings()));
}

BOOST_AUTO_TEST_SUITE_END()
