#include "db/statement.h"

#include <boost/test/unit_test.hpp>
#include <limits>

#include "tests/support/test_database.h"

using namespace remise;

namespace {

struct Fixture {
    test::TestDatabase database{test::Tables::none};
    db::Connection connection{database.settings()};

    std::string onlyText(std::string_view sql) {
        auto result = connection.prepare(sql).query();
        BOOST_REQUIRE(result.next());
        return result.text(1);
    }
};

std::string allBytes() {
    std::string bytes;
    for (int i = 0; i < 256; ++i)
        bytes += static_cast<char>(i);
    return bytes;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(statement_test, Fixture)

BOOST_AUTO_TEST_CASE(every_byte_survives_the_way_in_and_out) {
    connection.execute("CREATE TABLE t (short BINARY(16), wide VARBINARY(300), blobs LONGBLOB)");
    std::string large;
    while (large.size() < 1'000'000)
        large += allBytes();
    const auto sixteen = allBytes().substr(245) + std::string(5, '\0');
    connection.prepare("INSERT INTO t VALUES (?, ?, ?)").bind(sixteen).bind(allBytes()).bind(large).execute();
    auto result =
        connection.prepare("SELECT short, wide, blobs FROM t WHERE short = ?").bind(sixteen).query();
    BOOST_REQUIRE(result.next());
    BOOST_TEST((result.text(1) == sixteen));
    BOOST_TEST((result.text(2) == allBytes()));
    BOOST_TEST((result.text(3) == large));
}

BOOST_AUTO_TEST_CASE(text_in_every_script_survives) {
    connection.execute("CREATE TABLE t (words VARCHAR(200)) CHARACTER SET utf8mb4");
    const std::string words = "Œuvre d'été, 你好, עברית, 🖥️, \"';-- \\ %_";
    connection.prepare("INSERT INTO t VALUES (?)").bind(words).execute();
    BOOST_TEST(onlyText("SELECT words FROM t") == words);
}

BOOST_AUTO_TEST_CASE(null_is_neither_empty_nor_zero) {
    connection.execute("CREATE TABLE t (words VARCHAR(20), number BIGINT)");
    connection.prepare("INSERT INTO t VALUES (?, ?)")
        .bind(std::nullopt)
        .bind(std::optional<std::int64_t>{})
        .execute();
    connection.prepare("INSERT INTO t VALUES (?, ?)").bind("").bind(std::optional<std::int64_t>{0}).execute();
    auto result = connection.prepare("SELECT words, number FROM t ORDER BY number IS NULL DESC").query();
    BOOST_REQUIRE(result.next());
    BOOST_TEST(result.isNull(1));
    BOOST_TEST(!result.textOrNull(1).has_value());
    BOOST_TEST(!result.integerOrNull(2).has_value());
    BOOST_CHECK_THROW(std::ignore = result.text(1), std::logic_error);
    BOOST_CHECK_THROW(std::ignore = result.integer(2), std::logic_error);
    BOOST_REQUIRE(result.next());
    BOOST_TEST(result.textOrNull(1).value() == "");
    BOOST_TEST(result.integerOrNull(2).value() == 0);
    BOOST_TEST(!result.next());
}

BOOST_AUTO_TEST_CASE(a_null_of_one_run_does_not_stay_for_the_next) {
    connection.execute("CREATE TABLE t (id INT PRIMARY KEY, words VARCHAR(20), number BIGINT)");
    auto& insert = connection.prepare("INSERT INTO t VALUES (?, ?, ?)");
    insert.bind(1).bind(std::nullopt).bind(std::nullopt).execute();
    insert.bind(2).bind("two").bind(2).execute();
    insert.bind(3).bind(std::nullopt).bind(std::nullopt).execute();
    BOOST_TEST(
        onlyText("SELECT GROUP_CONCAT(COALESCE(words, '-'), COALESCE(number, '-') ORDER BY id) FROM t") ==
        "--,two2,--");
}

BOOST_AUTO_TEST_CASE(whole_numbers_keep_all_their_digits) {
    connection.execute("CREATE TABLE t (signed_one BIGINT, unsigned_one BIGINT UNSIGNED)");
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto greatest = std::numeric_limits<std::uint64_t>::max();
    connection.prepare("INSERT INTO t VALUES (?, ?)").bind(least).bind(greatest).execute();
    auto result = connection.prepare("SELECT signed_one, unsigned_one FROM t").query();
    BOOST_REQUIRE(result.next());
    BOOST_TEST(result.integer(1) == least);
    BOOST_TEST(result.unsignedInteger(2) == greatest);
}

BOOST_AUTO_TEST_CASE(sums_and_counts_read_as_integers) {
    connection.execute("CREATE TABLE t (number INT, small TINYINT)");
    connection.execute("INSERT INTO t VALUES (2000000000, -1), (2000000000, -2)");
    auto result = connection.prepare("SELECT SUM(number), COUNT(*), MIN(small) FROM t").query();
    BOOST_REQUIRE(result.next());
    BOOST_TEST(result.integer(1) == 4'000'000'000);
    BOOST_TEST(result.integer(2) == 2);
    BOOST_TEST(result.integer(3) == -2);
}

BOOST_AUTO_TEST_CASE(execute_counts_the_rows_that_matched) {
    connection.execute("CREATE TABLE t (id INT PRIMARY KEY, number INT)");
    connection.execute("INSERT INTO t VALUES (1, 7), (2, 7), (3, 8)");
    BOOST_TEST(connection.prepare("UPDATE t SET number = ? WHERE number = ?").bind(7).bind(7).execute() == 2);
    BOOST_TEST(connection.prepare("DELETE FROM t WHERE id = ?").bind(9).execute() == 0);
}

BOOST_AUTO_TEST_CASE(last_insert_id_is_this_connections) {
    connection.execute("CREATE TABLE t (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, words VARCHAR(9))");
    auto& insert = connection.prepare("INSERT INTO t (words) VALUES (?)");
    insert.bind("one").execute();
    db::Connection(database.settings()).prepare("INSERT INTO t (words) VALUES (?)").bind("two").execute();
    BOOST_TEST(insert.lastInsertId() == 1);
}

BOOST_AUTO_TEST_CASE(a_parameter_too_few_is_refused_even_if_the_run_before_had_it) {
    auto& statement = connection.prepare("SELECT ?, ?");
    statement.bind(1).bind(2).query();
    statement.bind(1);
    BOOST_CHECK_THROW(statement.query(), std::logic_error);
}

BOOST_AUTO_TEST_CASE(prepare_gives_the_same_statement_for_the_same_text_and_starts_binding_again) {
    auto& first = connection.prepare("SELECT ?, ?");
    first.bind(1);
    auto& second = connection.prepare("SELECT ?, ?");
    BOOST_TEST(&first == &second);
    auto result = second.bind(3).bind(4).query();
    BOOST_REQUIRE(result.next());
    BOOST_TEST(result.integer(1) == 3);
}

BOOST_AUTO_TEST_CASE(a_thousand_different_texts_do_not_use_up_the_servers_statements) {
    for (int i = 0; i < 1000; ++i)
        connection.prepare("SELECT " + std::to_string(i)).query();
    // A connection of its own counts: what the server keeps for others is none of this test's business.
    BOOST_TEST(onlyText("SELECT 'still here'") == "still here");
    auto held = connection.prepare("SHOW GLOBAL STATUS LIKE 'Prepared_stmt_count'").query();
    BOOST_REQUIRE(held.next());
    BOOST_TEST(std::stoi(held.text(2)) <= 300);
}

BOOST_AUTO_TEST_CASE(an_error_names_the_statement_and_the_servers_code) {
    try {
        connection.prepare("SELECT nothing FROM nowhere");
        BOOST_FAIL("the table does not exist");
    } catch (const db::Error& error) {
        BOOST_TEST(error.code() == 1146);
        BOOST_TEST(std::string(error.what()).find("FROM nowhere") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(too_long_a_text_is_refused_and_not_cut) {
    connection.execute("CREATE TABLE t (words VARCHAR(3))");
    BOOST_CHECK_THROW(connection.prepare("INSERT INTO t VALUES (?)").bind("four").execute(), db::Error);
}

BOOST_AUTO_TEST_CASE(placeholders_are_separated_by_commas) {
    BOOST_TEST(db::placeholders(0) == "");
    BOOST_TEST(db::placeholders(1) == "?");
    BOOST_TEST(db::placeholders(3) == "?,?,?");
}

BOOST_AUTO_TEST_SUITE_END()
