#include "server/workshop/rate_limit.h"

#include <boost/test/unit_test.hpp>

using remise::workshop::RateLimit;

BOOST_AUTO_TEST_SUITE(rate_limit_test)

BOOST_AUTO_TEST_CASE(a_burst_passes_then_one_waits_for_the_bucket_to_fill) {
    RateLimit limit({3, 60, 100});
    for (int i = 0; i < 3; ++i)
        BOOST_TEST(limit.take("a", 1000));
    BOOST_TEST(!limit.take("a", 1000));
    BOOST_TEST(limit.take("a", 2000));
    BOOST_TEST(!limit.take("a", 2000));
}

BOOST_AUTO_TEST_CASE(addresses_do_not_share_a_bucket) {
    RateLimit limit({1, 60, 100});
    BOOST_TEST(limit.take("a", 0));
    BOOST_TEST(!limit.take("a", 0));
    BOOST_TEST(limit.take("b", 0));
}

BOOST_AUTO_TEST_CASE(a_clock_set_back_gives_nothing_and_takes_nothing) {
    RateLimit limit({2, 60, 100});
    BOOST_TEST(limit.take("a", 10'000));
    BOOST_TEST(limit.take("a", 0));
    BOOST_TEST(!limit.take("a", 0));
}

BOOST_AUTO_TEST_CASE(many_addresses_do_not_fill_the_memory) {
    RateLimit limit({1, 60, 10});
    for (int i = 0; i < 1000; ++i)
        BOOST_TEST(limit.take("address " + std::to_string(i), 0));
}

BOOST_AUTO_TEST_SUITE_END()
