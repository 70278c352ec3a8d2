#include "terminal/workbench/clock.h"

#include <boost/test/unit_test.hpp>

using namespace remise::workbench;
using remise::domain::Milliseconds;

namespace {

constexpr Milliseconds minute = 60'000, day = 24 * 60 * minute;
constexpr Milliseconds made = 20'000 * day, today = made + 30 * day;

}  // namespace

BOOST_AUTO_TEST_SUITE(clock_test)

BOOST_AUTO_TEST_CASE(a_clock_whose_battery_is_dead_takes_the_servers_time) {
    BOOST_TEST(clockToSet(0, today, made).value_or(-1) == today);
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_hours_ahead_takes_the_servers_time) {
    BOOST_TEST(clockToSet(today + 120 * minute, today, made).value_or(-1) == today);
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_nearly_right_is_left_alone) {
    BOOST_TEST(!clockToSet(today + minute, today, made));
    BOOST_TEST(!clockToSet(today - minute, today, made));
}

BOOST_AUTO_TEST_CASE(nobody_turns_the_clock_back_before_the_image_was_made) {
    BOOST_TEST(!clockToSet(today, made - day, made));
    BOOST_TEST(clockToSet(0, made - day, made).value_or(-1) == made);
}

BOOST_AUTO_TEST_CASE(before_the_server_speaks_the_images_date_is_the_earliest) {
    BOOST_TEST(clockToSet(0, {}, made).value_or(-1) == made);
    BOOST_TEST(!clockToSet(today, {}, made));
}

BOOST_AUTO_TEST_SUITE_END()
