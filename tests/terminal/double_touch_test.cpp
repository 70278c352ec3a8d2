#include <boost/test/unit_test.hpp>

#include "tests/terminal/workbench.h"

using namespace std::chrono_literals;

namespace {

/// A finger that may come down twice before the eye has seen the new card.
struct HastyFinger : Workbench {
    HastyFinger() {
        signIn("sorting");
        scan(floor_of::unit);
        waitForLayout("choice");
        hasty = true;
        now += 1s;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(double_touch_test)

BOOST_FIXTURE_TEST_CASE(a_double_touch_answers_one_card, HastyFinger) {
    shell.work()->answer(0);
    now += 120ms;
    shell.work()->answer(0);
    BOOST_TEST(card() == "locked");
    BOOST_TEST(!shell.work()->takesTouches());
    now += 350ms;
    BOOST_TEST(shell.work()->takesTouches());
    shell.work()->answer(0);
    BOOST_TEST(card() == "verdict");
}

BOOST_FIXTURE_TEST_CASE(a_refusal_is_not_dismissed_by_the_touch_that_caused_it, HastyFinger) {
    scan(floor_of::otherUnit);
    BOOST_TEST(refusal() == "answer_first");
    now += 100ms;
    shell.settle();
    BOOST_TEST(refusal() == "answer_first");
    now += 400ms;
    shell.settle();
    BOOST_TEST(refusal() == "");
    shell.work()->answer(0);
    BOOST_TEST(card() == "battery", "the second tap of that finger answers nothing");
}

BOOST_FIXTURE_TEST_CASE(the_touch_that_opens_a_station_answers_no_card, HastyFinger) {
    shell.change();
    shell.openStation("reception");
    shell.work()->answer(0);
    BOOST_TEST(card() == "basis");
}

BOOST_AUTO_TEST_SUITE_END()
