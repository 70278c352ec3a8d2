#include "db/pool.h"

#include <boost/test/unit_test.hpp>

#include "db/error.h"
#include "db/transaction.h"
#include "tests/support/test_database.h"

using namespace remise;

namespace {

struct Fixture {
    test::TestDatabase database{test::Tables::none};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pool_test, Fixture)

BOOST_AUTO_TEST_CASE(a_connection_given_back_is_lent_again) {
    db::Pool pool(database.settings(), 2);
    const auto first = pool.take()->id();
    BOOST_TEST(pool.take()->id() == first);
}

BOOST_AUTO_TEST_CASE(a_broken_connection_is_thrown_away) {
    db::Pool pool(database.settings(), 2);
    std::uint64_t broken = 0;
    {
        const auto lease = pool.take();
        broken = lease->id();
        db::Connection(database.settings()).execute("KILL " + std::to_string(broken));
        BOOST_CHECK_THROW(lease->execute("DO SLEEP(10)"), db::Error);
    }
    const auto lease = pool.take();
    BOOST_TEST(lease->id() != broken);
    lease->execute("DO 1");
}

BOOST_AUTO_TEST_CASE(one_broken_connection_clears_out_the_idle_ones) {
    db::Pool pool(database.settings(), 3);
    std::uint64_t idle = 0;
    {
        const auto broken = pool.take();
        idle = pool.take()->id();
        broken->markBroken();
    }
    BOOST_TEST(pool.take()->id() != idle);
}

BOOST_AUTO_TEST_CASE(what_breaks_in_one_pool_clears_out_the_pool_beside_it) {
    db::Pool pool(database.settings(), 2);
    db::Pool beside(pool, 2, std::chrono::seconds(5));
    const auto idle = beside.take()->id();
    pool.take()->markBroken();
    BOOST_TEST(beside.take()->id() != idle);
}

BOOST_AUTO_TEST_CASE(a_connection_that_was_lent_when_another_broke_is_lent_no_more) {
    db::Pool pool(database.settings(), 2);
    std::uint64_t lent = 0;
    {
        const auto lease = pool.take();
        lent = lease->id();
        pool.take()->markBroken();
    }
    BOOST_TEST(pool.take()->id() != lent);
}

BOOST_AUTO_TEST_CASE(an_empty_pool_waits_so_long_and_then_says_so) {
    db::Pool pool(database.settings(), 1, std::chrono::milliseconds(20));
    const auto held = pool.take();
    BOOST_CHECK_EXCEPTION(pool.take(), db::Error, [](auto& e) { return e.code() == 1040; });
}

BOOST_AUTO_TEST_CASE(whoever_waits_gets_the_connection_that_comes_back) {
    db::Pool pool(database.settings(), 1);
    std::optional<db::Lease> held(pool.take());
    const auto number = (*held)->id();
    std::uint64_t lent = 0;
    std::thread waiting([&] { lent = pool.take()->id(); });
    held.reset();
    waiting.join();
    BOOST_TEST(lent == number);
}

BOOST_AUTO_TEST_CASE(a_failed_connect_does_not_use_up_a_place) {
    db::Pool pool(database.settings(), 1, std::chrono::milliseconds(20));
    pool.take()->markBroken();
    db::Connection admin(database.settings());
    admin.execute("DROP DATABASE " + database.settings().database);
    for (int i = 0; i < 3; ++i)
        BOOST_CHECK_EXCEPTION(pool.take(), db::Error, [](auto& e) { return e.code() == 1049; });
    admin.execute("CREATE DATABASE " + database.settings().database);
    pool.take()->execute("DO 1");
}

BOOST_AUTO_TEST_CASE(wrong_settings_show_when_the_pool_is_made) {
    auto settings = database.settings();
    settings.database = "no_such_database";
    BOOST_CHECK_THROW(db::Pool(settings, 2), db::Error);
}

BOOST_AUTO_TEST_SUITE_END()
