#include "server/domain/scan.h"

#include <boost/test/unit_test.hpp>

using namespace remise::domain;

BOOST_AUTO_TEST_SUITE(scan_test)

BOOST_AUTO_TEST_CASE(a_passports_address_is_our_code) {
    const auto readings = readingsOf({.text = "https://remise.example/u/BCDFGHJR"});
    BOOST_TEST((readings == std::vector<Reading>{{Meaning::ourCode, "BCDFGHJR"}}));
}

BOOST_AUTO_TEST_CASE(what_nothing_is_known_of_is_a_text) {
    BOOST_TEST((readingsOf({.text = "hello"}) == std::vector<Reading>{{Meaning::text, "hello"}}));
}

BOOST_AUTO_TEST_SUITE_END()
