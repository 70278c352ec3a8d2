#include "server/http/route_pattern.h"

#include <boost/test/unit_test.hpp>

using namespace remise::http;

namespace {

std::optional<RoutePattern::Parameters> match(std::string_view pattern, std::string_view path) {
    return RoutePattern(pattern).match(pathSegments(path).value());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(route_pattern_test)

BOOST_AUTO_TEST_CASE(names_stand_for_one_segment) {
    BOOST_TEST(match("/api/v1/units/{code}", "/api/v1/units/BCDFGHJR").value().at("code") == "BCDFGHJR");
    BOOST_TEST(!match("/api/v1/units/{code}", "/api/v1/units").has_value());
    BOOST_TEST(!match("/api/v1/units/{code}", "/api/v1/units/A/B").has_value());
}

BOOST_AUTO_TEST_CASE(an_escaped_slash_stays_inside_its_segment) {
    BOOST_TEST(match("/u/{code}", "/u/a%2Fb").value().at("code") == "a/b");
}

BOOST_AUTO_TEST_CASE(a_tail_takes_all_that_follows) {
    BOOST_TEST(match("/static/{path...}", "/static/icons/box.svg").value().at("path") == "icons/box.svg");
    BOOST_TEST(!match("/static/{path...}", "/static").has_value());
}

BOOST_AUTO_TEST_CASE(the_root_and_a_slash_at_the_end_match) {
    BOOST_TEST(match("/", "/").has_value());
    BOOST_TEST(match("/atelier", "/atelier/").has_value());
}

BOOST_AUTO_TEST_CASE(words_win_over_names_and_names_over_tails) {
    BOOST_TEST(RoutePattern("/units/search").isMorePreciseThan(RoutePattern("/units/{code}")));
    BOOST_TEST(RoutePattern("/units/{code}").isMorePreciseThan(RoutePattern("/units/{rest...}")));
    BOOST_TEST(!RoutePattern("/units/{code}").isMorePreciseThan(RoutePattern("/units/search")));
}

BOOST_AUTO_TEST_CASE(what_is_no_path_has_no_segments) {
    BOOST_TEST(!pathSegments("units").has_value());
    BOOST_TEST(!pathSegments("/a//b").has_value());
    BOOST_TEST(!pathSegments("/a%00b").has_value());
    BOOST_TEST(!pathSegments("/a%0Ab").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
