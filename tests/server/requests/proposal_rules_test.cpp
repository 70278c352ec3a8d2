#include "server/requests/proposal_rules.h"

#include <boost/test/unit_test.hpp>

using namespace remise;
using namespace remise::requests;
using domain::Value;

namespace {

Value line(const char* product, int quantity) {
    return Value::Object{{"product", product}, {"quantity", quantity}};
}

using Codes = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(proposal_rules_test)

BOOST_AUTO_TEST_CASE(the_oldest_units_of_the_product_are_proposed_and_no_more_than_wanted) {
    const auto lines = propose(openLines(Value::Array{line("LAP", 2)}, {}),
                               {{"A", "LAP"}, {"B", "SCR"}, {"C", "LAP"}, {"D", "LAP"}});
    BOOST_REQUIRE(lines.size() == 1);
    BOOST_TEST((lines[0].units == Codes{"A", "C"}));
}

BOOST_AUTO_TEST_CASE(what_a_request_has_already_is_not_proposed_again) {
    const auto open = openLines(Value::Array{line("LAP", 3), line("SCR", 1)}, {{"LAP", 2}, {"SCR", 1}});
    BOOST_REQUIRE(open.size() == 1);
    BOOST_TEST(open[0].product == "LAP");
    BOOST_TEST(open[0].wanted == 1);
}

BOOST_AUTO_TEST_CASE(two_lines_of_one_product_are_counted_together) {
    const auto open = openLines(Value::Array{line("LAP", 1), line("LAP", 2)}, {{"LAP", 1}});
    BOOST_REQUIRE(open.size() == 1);
    BOOST_TEST(open[0].wanted == 2);
}

BOOST_AUTO_TEST_CASE(a_stock_that_does_not_suffice_gives_what_there_is) {
    const auto lines = propose(openLines(Value::Array{line("LAP", 5)}, {}), {{"A", "LAP"}});
    BOOST_TEST(lines[0].wanted == 5);
    BOOST_TEST((lines[0].units == Codes{"A"}));
    BOOST_TEST(openLines(Value(nullptr), {}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
