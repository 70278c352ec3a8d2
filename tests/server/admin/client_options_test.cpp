#include "server/admin/client_options.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "server/admin/pipeline.h"
#include "tests/support/test_database.h"

using namespace remise;

namespace {

/// A user of the test's server with this password, gone at the end.
struct Customer {
    test::TestDatabase database{test::Tables::none};
    db::Settings settings = database.settings();

    explicit Customer(const std::string& password) {
        settings.user = "customer";
        settings.password = password;
        const auto connection = database.pool().take();
        connection->execute("SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES')");
        std::string quoted;
        for (const char c : password)
            quoted += c == '\'' ? std::string("''") : std::string(1, c);
        connection->execute("CREATE OR REPLACE USER customer@localhost IDENTIFIED BY '" + quoted + "'");
        connection->execute("GRANT ALL ON *.* TO customer@localhost");
    }
    ~Customer() { database.pool().take()->execute("DROP USER customer@localhost"); }
    Customer(const Customer&) = delete;
    Customer& operator=(const Customer&) = delete;
};

const std::string passwords[] = {"plain",         "a#b",        "a \"quoted\" # one", "'single'",
                                 "back\\slash\\", "\\n and \n", "tab\tend\r",         "\"",
                                 " blank ",       "été;=[x]"};

}  // namespace

BOOST_AUTO_TEST_SUITE(client_options_test)

BOOST_DATA_TEST_CASE(any_password_reaches_the_database_as_it_is, boost::unit_test::data::make(passwords),
                     password) {
    const Customer customer(password);
    const admin::ClientOptions options(customer.settings);
    const std::string answer =
        admin::Pipeline{{{"mariadb", options.argument(), "-N", "-e", "SELECT USER()"}}}.text();
    BOOST_TEST(answer == "customer@localhost\n");
}

BOOST_AUTO_TEST_SUITE_END()
