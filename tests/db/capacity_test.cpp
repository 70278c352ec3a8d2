#include "db/capacity.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/test_database.h"

using namespace remise;

namespace {

/// A limit of the test's server, put back at the end.
struct Limit {
    db::Connection connection;
    std::string name, before;

    Limit(const db::Settings& settings, const std::string& limit, int value)
        : connection(settings), name(limit) {
        auto rows = connection.prepare("SELECT @@GLOBAL." + name).query();
        rows.next();
        before = rows.text(1);
        set(std::to_string(value));
    }
    ~Limit() { set(before); }
    Limit(const Limit&) = delete;
    Limit& operator=(const Limit&) = delete;

    void set(const std::string& value) { connection.execute("SET GLOBAL " + name + " = " + value); }
};

struct Database {
    test::TestDatabase database{test::Tables::none};

    std::string words() {
        const auto connection = database.pool().take();
        return db::limitsTooSmall(*connection, 18).value_or("");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(capacity_test, Database)

BOOST_AUTO_TEST_CASE(limits_that_a_busy_hour_would_reach_are_named_with_what_is_needed) {
    const Limit statements(database.settings(), "max_prepared_stmt_count", 1000);
    const Limit connections(database.settings(), "max_connections", 20);
    BOOST_TEST(words().find("max_prepared_stmt_count is 1000, and one server may need 4608") !=
               std::string::npos);
    BOOST_TEST(words().find("max_connections is 20, and one server may need 28") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_limits_of_an_ordinary_mariadb_suffice_for_a_server) {
    const Limit statements(database.settings(), "max_prepared_stmt_count", 16382);
    const Limit connections(database.settings(), "max_connections", 151);
    BOOST_TEST(words() == "");
}

BOOST_AUTO_TEST_SUITE_END()
