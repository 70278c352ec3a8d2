#include "server/impact/impact_rules.h"

#include <boost/test/unit_test.hpp>

using namespace remise::impact;

BOOST_AUTO_TEST_SUITE(impact_rules_test)

BOOST_AUTO_TEST_CASE(only_published_figures_are_told) {
    BOOST_TEST(factorOf("laptop")->co2Grams == 27'000);
    BOOST_TEST(factorOf("laptop")->secondLifeYears == 3);
    BOOST_TEST(factorOf("phone")->co2Grams == 24'600);
    for (const char* other : {"screen", "desktop", "server", "printer", ""})
        BOOST_TEST(!factorOf(other), other);
}

BOOST_AUTO_TEST_CASE(the_reuse_rate_counts_what_left_in_units_and_by_weight) {
    const Count counts[] = {{"laptop", "delivered", 3},
                            {"laptop", "recycled", 1},
                            {"screen", "shipped", 1},
                            {"laptop", "in_stock", 40}};
    const auto reuse = reuseOf(counts);
    BOOST_TEST(reuse.unitRate().value() == 80);
    BOOST_TEST(reuse.reusedGrams == 3 * 2200 + 4500);
    BOOST_TEST(reuse.weightRate().value() == 83);
    BOOST_TEST(reuse.co2Grams == 3 * 3 * 27'000);
}

BOOST_AUTO_TEST_CASE(nothing_left_is_no_rate) {
    BOOST_TEST(!reuseOf({}).unitRate());
}

BOOST_AUTO_TEST_SUITE_END()
