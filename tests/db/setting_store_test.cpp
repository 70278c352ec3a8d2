#include "db/setting_store.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/test_database.h"

using namespace remise;
using namespace std::chrono_literals;
using db::Holding;

namespace {

struct Fixture {
    test::TestDatabase database;
    domain::Uuid one = domain::Uuid::v4(), other = domain::Uuid::v4();

    Holding hold(const domain::Uuid& who, std::chrono::milliseconds length) {
        return db::holdLease(*database.pool().take(), "work", who, length);
    }
    void setUntil(const std::string& when) {
        database.pool().take()->execute("UPDATE lease SET held_until = UNIX_TIMESTAMP(NOW(3)) * 1000 + " +
                                        when);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(setting_store_test, Fixture)

BOOST_AUTO_TEST_CASE(a_lease_has_one_holder_who_may_renew_it) {
    BOOST_TEST((hold(one, 10min) == Holding::mine));
    BOOST_TEST((hold(other, 10min) == Holding::elsewhere));
    BOOST_TEST((hold(one, 10min) == Holding::mine));
}

BOOST_AUTO_TEST_CASE(a_lease_that_has_run_out_is_anybodys) {
    hold(one, 10min);
    setUntil("-1");
    BOOST_TEST((hold(other, 10min) == Holding::mine));
}

BOOST_AUTO_TEST_CASE(a_lease_of_a_clock_that_was_ahead_is_not_believed) {
    hold(one, 10min);
    setUntil("3600000");
    BOOST_TEST((hold(other, 10min) == Holding::mine));
}

BOOST_AUTO_TEST_SUITE_END()
