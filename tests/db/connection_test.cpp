#include "db/connection.h"

#include <boost/test/unit_test.hpp>

#include "db/error.h"
#include "tests/support/test_database.h"

using namespace remise;

BOOST_AUTO_TEST_SUITE(connection_test)

BOOST_AUTO_TEST_CASE(a_session_is_read_committed_utc_utf8mb4_and_strict) {
    const test::TestDatabase database(test::Tables::none);
    db::Connection connection(database.settings());
    auto result =
        connection
            .prepare(
                "SELECT @@tx_isolation, @@time_zone, @@character_set_client, @@character_set_results,"
                " @@character_set_connection, @@sql_mode, @@autocommit")
            .query();
    BOOST_REQUIRE(result.next());
    BOOST_TEST(result.text(1) == "READ-COMMITTED");
    BOOST_TEST(result.text(2) == "+00:00");
    for (const int column : {3, 4, 5})
        BOOST_TEST(result.text(column) == "utf8mb4");
    BOOST_TEST(result.text(6).find("STRICT_ALL_TABLES") != std::string::npos);
    BOOST_TEST(result.integer(7) == 1);
}

BOOST_AUTO_TEST_CASE(a_killed_connection_is_broken_and_refuses_to_go_on) {
    const test::TestDatabase database(test::Tables::none);
    db::Connection victim(database.settings());
    const auto number = victim.id();
    db::Connection(database.settings()).execute("KILL " + std::to_string(number));
    BOOST_CHECK_THROW(victim.execute("DO 1"), db::Error);
    BOOST_TEST(victim.isBroken());
    BOOST_TEST(!victim.answers());
    BOOST_CHECK_EXCEPTION(victim.prepare("SELECT 1"), db::Error, [](auto& e) { return e.code() == 2006; });
}

BOOST_AUTO_TEST_CASE(an_error_in_a_statement_does_not_break_the_connection) {
    const test::TestDatabase database(test::Tables::none);
    db::Connection connection(database.settings());
    BOOST_CHECK_THROW(connection.execute("SELECT nonsense"), db::Error);
    BOOST_TEST(!connection.isBroken());
    connection.execute("DO 1");
}

BOOST_AUTO_TEST_CASE(a_duplicate_names_its_key_whatever_the_value_says) {
    const test::TestDatabase database(test::Tables::none);
    db::Connection connection(database.settings());
    connection.execute("CREATE TABLE t (id INT PRIMARY KEY, words VARCHAR(40), UNIQUE KEY t_words (words))");
    auto& insert = connection.prepare("INSERT INTO t VALUES (?, ?)");
    insert.bind(1).bind("for key 'PRIMARY'").execute();
    const auto names = [](const char* key) {
        return [key](const db::Error& error) { return db::duplicateKeyName(error) == key; };
    };
    BOOST_CHECK_EXCEPTION(insert.bind(1).bind("other").execute(), db::Error, names("PRIMARY"));
    BOOST_CHECK_EXCEPTION(insert.bind(2).bind("for key 'PRIMARY'").execute(), db::Error, names("t_words"));
    BOOST_TEST(!db::duplicateKeyName(db::Error(1213, "Deadlock found for key 'x'", "test")).has_value());
}

BOOST_AUTO_TEST_CASE(a_connection_that_must_be_encrypted_is_refused_in_plain_text) {
    const test::TestDatabase database(test::Tables::none);
    auto settings = database.settings();
    settings.authority = "/etc/ssl/certs/ca-certificates.crt";
    BOOST_CHECK_EXCEPTION(db::Connection{settings}, db::Error, [](auto& e) { return e.code() == 2026; });
}

BOOST_AUTO_TEST_CASE(settings_nobody_answers_to_are_an_error_that_names_the_place) {
    db::Settings settings;
    settings.socket = "/tmp/nobody-listens-here.sock";
    settings.user = "somebody";
    settings.password = "secret";
    BOOST_CHECK_EXCEPTION(db::Connection{settings}, db::Error, [](const db::Error& error) {
        const std::string text = error.what();
        return text.find("/tmp/nobody-listens-here.sock") != text.npos && text.find("secret") == text.npos;
    });
}

BOOST_AUTO_TEST_SUITE_END()
