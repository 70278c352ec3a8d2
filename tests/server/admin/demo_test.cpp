#include "server/admin/demo.h"

#include <boost/test/unit_test.hpp>
#include <thread>

#include "server/admin/demo_data.h"
#include "server/identity/create_person.h"
#include "server/ledger/verify.h"
#include "tests/server/ledger/ledger_fixture.h"

using namespace remise;

namespace {

constexpr domain::Milliseconds now = 1'790'000'000'000;

struct Demo : test::LedgerFixture {
    test::TemporaryFolder folder;
    identity::ServerSecret secret{{1, 2, 3}};
    admin::DemoPlace place{folder.path() / "demo.json", "http://127.0.0.1:8080"};
    db::Pool& pool = database.pool();

    void load(const std::atomic<bool>& stop = false) { admin::loadDemo(pool, codes, secret, place, stop); }

    void set(const std::string& statement) {
        const auto connection = pool.take();
        connection->execute(statement);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(demo_test, Demo)

BOOST_AUTO_TEST_CASE(a_demo_that_was_interrupted_is_gone_on_with_and_loaded_once) {
    std::atomic<bool> stop = false;
    std::thread interrupting([&] {
        while (count("unit") < 40) {
        }
        stop = true;
    });
    load(stop);
    interrupting.join();
    BOOST_TEST(!admin::hasDemo(pool, place));
    BOOST_TEST(count("unit") < 300);
    load();
    BOOST_TEST(admin::hasDemo(pool, place));
    BOOST_TEST(count("unit") == 300);
    const auto commands = count("command"), requests = count("request");
    set("UPDATE setting SET content = 'no' WHERE name = 'demo_units'");  // ended before it could be noted
    load();
    BOOST_TEST(count("unit") == 300);
    BOOST_TEST(count("request") == requests);
    BOOST_TEST(count("command") == commands);
    BOOST_TEST(ledger::verify(pool).content());
}

BOOST_AUTO_TEST_CASE(a_database_with_somebody_elses_units_gets_no_demo) {
    receivedLaptop();
    const auto people = count("person");
    BOOST_CHECK_THROW(load(), std::runtime_error);
    BOOST_TEST(count("person") == people);
    BOOST_TEST(count("unit") == 1);
    BOOST_TEST(!admin::hasDemo(pool, place));
}

BOOST_AUTO_TEST_CASE(new_accounts_of_the_demo_leave_other_people_in_peace) {
    const auto somebody =
        identity::createWorker(pool, secret, {domain::Role::worker, admin::demoSite, "fr", ""}, now);
    set("INSERT INTO setting (name, content) VALUES ('demo_units', 'yes')");
    load();
    const auto active = count("person WHERE active = 1");
    std::filesystem::remove(place.file);
    load();
    BOOST_TEST(count("person WHERE active = 1") == active);
    const auto connection = pool.take();
    BOOST_TEST(db::findPerson(*connection, somebody.person)->active);
}

BOOST_AUTO_TEST_SUITE_END()
