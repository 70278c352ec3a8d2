#include "server/http/networks.h"

#include <boost/test/unit_test.hpp>

using remise::http::Networks;

BOOST_AUTO_TEST_SUITE(networks_test)

BOOST_AUTO_TEST_CASE(an_address_is_in_a_network_that_begins_as_it_does) {
    const auto networks = Networks::parse("192.168.10.0/23, 10.1.2.3,fd00:1::/32").value();
    for (const char* inside :
         {"192.168.10.1", "192.168.11.255", "10.1.2.3", "fd00:1:2::9", "::ffff:192.168.10.7"})
        BOOST_TEST(networks.contain(inside), inside);
    for (const char* outside :
         {"192.168.12.0", "192.168.9.255", "10.1.2.4", "fd00:2::1", "127.0.0.1", "", "x"})
        BOOST_TEST(!networks.contain(outside), outside);
}

BOOST_AUTO_TEST_CASE(no_network_contains_nobody_and_all_of_them_everybody) {
    BOOST_TEST(!Networks().contain("127.0.0.1"));
    const auto all = Networks::parse("0.0.0.0/0").value();
    BOOST_TEST(all.contain("203.0.113.9"));
    BOOST_TEST(!all.contain("2001:db8::1"));
}

BOOST_AUTO_TEST_CASE(what_is_no_network_is_refused) {
    for (const char* wrong : {"", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8x", "10.0.0.1/8",
                              "10.0.0", "fd00::/129", "10.0.0.0/8,", "fd00::1/64", "10.0.0.0/-1"})
        BOOST_TEST(!Networks::parse(wrong).has_value(), wrong);
}

BOOST_AUTO_TEST_SUITE_END()
