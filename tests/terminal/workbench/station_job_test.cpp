#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <set>

#include "server/wire/json.h"
#include "terminal/workbench/hand_tests.h"

using namespace remise;
using domain::Value;

namespace {

/// The tests that the station asks of a machine on a bench.
std::set<std::string> askedByStation() {
    std::ifstream file(REMISE_SOURCE_DIR "/server/workshop/procedures/test.json");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const auto station = wire::readJson(text);
    BOOST_REQUIRE(station.ok());
    std::set<std::string> tests;
    for (const Value& card : (*station)["cards"].array())
        if (card.textOr("ask") == "bench")
            for (const Value& test : card["job"]["tests"].array())
                tests.insert(test.text());
    return tests;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(station_job_test)

BOOST_AUTO_TEST_CASE(the_test_station_asks_a_machine_for_all_that_it_can_test_and_nothing_else) {
    std::set<std::string> possible(workbench::handTests().begin(), workbench::handTests().end());
    for (const std::string_view test : workbench::selfTests())
        possible.emplace(test);
    const auto asked = askedByStation();
    BOOST_TEST(asked == possible, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
