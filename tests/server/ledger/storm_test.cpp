#include <boost/test/unit_test.hpp>
#include <random>
#include <thread>

#include "server/ledger/verify.h"
#include "tests/server/ledger/ledger_fixture.h"

using namespace remise;
using test::LedgerFixture;

BOOST_FIXTURE_TEST_SUITE(storm_test, LedgerFixture)

BOOST_AUTO_TEST_CASE(batches_over_the_same_units_in_every_order_through_two_servers_all_count_once) {
    ledger::Codes codesThere(database.pool());
    db::Pool otherPool(database.settings(), 4);
    ledger::Writer there(otherPool, codesThere);
    const std::vector<std::string> units{receivedLaptop(), receivedLaptop(), receivedLaptop()};
    constexpr int people = 12, batches = 15;
    std::atomic<int> accepted = 0, answered = 0;
    std::vector<std::thread> working;
    for (int p = 0; p < people; ++p)
        working.emplace_back([&, p] {
            std::minstd_rand random(static_cast<unsigned>(p));
            for (int b = 0; b < batches; ++b) {
                std::vector<ledger::Submission> batch;
                for (int i = 0; i < 6; ++i)  // `clean` may come again and again
                    batch.push_back(submission(command("clean", units[random() % units.size()]), worker));
                const auto replies = (p % 2 ? there : *writer).submit(std::move(batch));
                if (!replies) continue;
                for (const auto& reply : *replies)
                    ++answered, accepted += reply.accepted;
            }
        });
    for (auto& one : working)
        one.join();
    BOOST_TEST(answered == people * batches * 6);
    BOOST_TEST(accepted == answered);
    std::int64_t events = 0;
    for (const auto& unit : units)
        events += entity(domain::Subject::unit, unit).version - 2;
    BOOST_TEST(events == accepted);
    BOOST_TEST(ledger::verify(database.pool()).content());
}

BOOST_AUTO_TEST_CASE(while_others_hold_every_connection_work_waits_and_goes_on_when_they_let_go) {
    test::TemporaryFolder folder;
    auto options = test::quickOptions();
    options.more.push_back("--max-connections=10");
    const db::PrivateMariadb narrow(folder.path(), options);
    db::Pool pool(narrow.settings(), 3);
    std::vector<std::unique_ptr<db::Connection>> others;
    try {
        for (;;)
            others.push_back(std::make_unique<db::Connection>(narrow.settings()));
    } catch (const db::Error& error) {
        BOOST_TEST(error.code() == 1040);
    }
    const auto mine = pool.take();
    BOOST_TEST(mine->answers());
    BOOST_CHECK_EXCEPTION(pool.take(), db::Error, [](const auto& error) { return error.code() == 1040; });
    others.clear();
    for (;;)
        try {
            BOOST_TEST(pool.take()->answers());
            break;
        } catch (const db::Error& error) {
            BOOST_REQUIRE(error.code() == 1040);  // the server has not noticed yet that they are gone
        }
}

BOOST_AUTO_TEST_SUITE_END()
