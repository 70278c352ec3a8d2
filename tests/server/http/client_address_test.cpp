#include "server/http/client_address.h"

#include <boost/test/unit_test.hpp>

using namespace remise::http;

BOOST_AUTO_TEST_SUITE(client_address_test)

BOOST_AUTO_TEST_CASE(without_a_trusted_proxy_nobodys_word_is_taken) {
    BOOST_TEST(clientAddress("192.0.2.7", "198.51.100.1", "") == "192.0.2.7");
    BOOST_TEST(clientAddress("192.0.2.7", "198.51.100.1", "127.0.0.1") == "192.0.2.7");
}

BOOST_AUTO_TEST_CASE(the_trusted_proxys_own_entry_counts_and_what_stands_before_it_does_not) {
    BOOST_TEST(clientAddress("127.0.0.1", "198.51.100.1", "127.0.0.1") == "198.51.100.1");
    BOOST_TEST(clientAddress("127.0.0.1", "127.0.0.1, 10.0.0.1 ,\t2001:db8::7 ", "127.0.0.1") ==
               "2001:db8::7");
    BOOST_TEST(clientAddress("::ffff:10.0.0.2", "198.51.100.1", "10.0.0.2") == "198.51.100.1");
}

BOOST_AUTO_TEST_CASE(the_trusted_proxy_is_known_at_a_socket_for_both_kinds_of_addresses) {
    BOOST_TEST(isTrustedProxy("::ffff:10.0.0.2", "10.0.0.2"));
    BOOST_TEST(isTrustedProxy("10.0.0.2", "::ffff:10.0.0.2"));
    BOOST_TEST(!isTrustedProxy("::ffff:10.0.0.3", "10.0.0.2"));
    BOOST_TEST(!isTrustedProxy("", ""));
}

BOOST_AUTO_TEST_CASE(a_proxy_that_names_nobody_asks_for_itself) {
    for (const char* said : {"", "unknown", "_hidden", "198.51.100.1,", "198.51.100.1:4711"})
        BOOST_TEST(clientAddress("127.0.0.1", said, "127.0.0.1") == "127.0.0.1", said);
}

BOOST_AUTO_TEST_CASE(all_addresses_of_one_customer_count_together) {
    BOOST_TEST(networkOf("2001:db8:1:2::7") == networkOf("2001:db8:1:2:ffff:1:2:3"));
    BOOST_TEST(networkOf("2001:db8:1:2::7") != networkOf("2001:db8:1:3::7"));
    BOOST_TEST(networkOf("192.0.2.7") == "192.0.2.7");
    BOOST_TEST(networkOf("::ffff:192.0.2.7") == "192.0.2.7");
    BOOST_TEST(networkOf("::1") == "::");
    BOOST_TEST(networkOf("").empty());
}

BOOST_AUTO_TEST_SUITE_END()
