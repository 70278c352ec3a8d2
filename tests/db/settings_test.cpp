#include "db/settings.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using remise::db::Settings;

BOOST_AUTO_TEST_SUITE(settings_test)

BOOST_AUTO_TEST_CASE(a_network_address_is_read) {
    const auto settings = Settings::parse("mysql://remise:p%40ss%2Fword@db.example:3307/shop?ca=/etc/ca.pem");
    BOOST_TEST(settings.user == "remise");
    BOOST_TEST(settings.password == "p@ss/word");
    BOOST_TEST(settings.host == "db.example");
    BOOST_TEST(settings.port == 3307);
    BOOST_TEST(settings.database == "shop");
    BOOST_TEST(settings.authority == "/etc/ca.pem");
    BOOST_TEST(settings.socket == "");
}

BOOST_AUTO_TEST_CASE(the_port_and_the_password_may_be_left_out) {
    const auto settings = Settings::parse("mysql://remise@[::1]/shop");
    BOOST_TEST(settings.host == "[::1]");
    BOOST_TEST(settings.port == 3306);
    BOOST_TEST(settings.password == "");
}

BOOST_AUTO_TEST_CASE(a_socket_is_read) {
    const auto settings =
        Settings::parse("unix:///run/my%20sql/s.sock?user=remise&database=shop&password=a%26b");
    BOOST_TEST(settings.socket == "/run/my sql/s.sock");
    BOOST_TEST(settings.user == "remise");
    BOOST_TEST(settings.database == "shop");
    BOOST_TEST(settings.password == "a&b");
}

const char* const unusable[] = {
    "",
    "postgres://a@b/c",
    "mysql://host/name",
    "mysql://user@host",
    "mysql://user@/name",
    "mysql://user@host:0/name",
    "mysql://user@host:99999/name",
    "mysql://user@host:x/name",
    "mysql://user@host/name?tsl=yes",
    "mysql://us%zzer@host/name",
    "unix://?user=a&database=b",
    "unix:///s.sock?database=b",
    "unix:///s.sock?user=a",
};

BOOST_DATA_TEST_CASE(what_is_incomplete_is_refused_by_name, unusable, address) {
    BOOST_CHECK_THROW(Settings::parse(address), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(no_message_shows_the_password) {
    BOOST_TEST(Settings::parse("mysql://a:secret@host/name").text().find("secret") == std::string::npos);
    BOOST_CHECK_EXCEPTION(Settings::parse("mysql://a:secret@host:x/name"), std::invalid_argument,
                          [](auto& e) { return std::string(e.what()).find("secret") == std::string::npos; });
}

BOOST_AUTO_TEST_SUITE_END()
