#include "terminal/wedge.h"

#include <boost/test/unit_test.hpp>

using remise::terminal::Wedge;
using Moment = Wedge::Moment;

namespace {

std::optional<std::string> typed(const std::string& text, Moment gap) {
    Wedge wedge;
    Moment now{1000};
    for (const char letter : text) {
        wedge.key(std::string(1, letter), now);
        now += gap;
    }
    return wedge.finish(now);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(wedge_test)

BOOST_AUTO_TEST_CASE(keys_in_quick_succession_and_return_are_a_scan) {
    BOOST_TEST(typed("BCDFGHJR", Moment(5)).value() == "BCDFGHJR");
    BOOST_TEST(typed("BCDFGHJR", Moment(80)).value() == "BCDFGHJR");
}

BOOST_AUTO_TEST_CASE(a_person_who_types_is_no_scanner) {
    BOOST_TEST(!typed("BCDFGHJR", Moment(120)));
}

BOOST_AUTO_TEST_CASE(a_scanner_that_stalls_half_way_is_still_one_scan) {
    Wedge wedge;
    wedge.key("B", Moment(0));
    wedge.key("C", Moment(10));
    wedge.key("D", Moment(350));
    wedge.key("F", Moment(360));
    BOOST_TEST(wedge.finish(Moment(700)).value() == "BCDF");
}

BOOST_AUTO_TEST_CASE(two_keys_and_return_are_too_short_for_a_scan) {
    BOOST_TEST(!typed("42", Moment(5)));
}

BOOST_AUTO_TEST_CASE(keys_long_before_the_scan_do_not_belong_to_it) {
    Wedge wedge;
    BOOST_TEST(!wedge.key("x", Moment(0)));
    BOOST_TEST(!wedge.key("A", Moment(500)));
    BOOST_TEST(wedge.key("B", Moment(510)));
    BOOST_TEST(wedge.key("C", Moment(520)));
    BOOST_TEST(wedge.finish(Moment(530)).value() == "ABC");
}

BOOST_AUTO_TEST_CASE(a_scan_is_told_once) {
    Wedge wedge;
    for (const char* letter : {"A", "B", "C"})
        wedge.key(letter, Moment(10));
    BOOST_TEST(wedge.finish(Moment(20)).has_value());
    BOOST_TEST(!wedge.finish(Moment(25)));
}

BOOST_AUTO_TEST_SUITE_END()
