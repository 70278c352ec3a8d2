#include "server/domain/words.h"

#include <boost/test/unit_test.hpp>

using namespace remise::domain;
using enum Language;

BOOST_AUTO_TEST_SUITE(words_test)

BOOST_AUTO_TEST_CASE(money_shows_cents_only_when_there_are_some) {
    BOOST_TEST(moneyInWords(14900, french) == "149\u00a0€");
    BOOST_TEST(moneyInWords(14950, french) == "149,50\u00a0€");
    BOOST_TEST(moneyInWords(123456705, french) == "1\u202f234\u202f567,05\u00a0€");
    BOOST_TEST(moneyInWords(14950, english) == "€149.50");
    BOOST_TEST(moneyInWords(0, french) == "0\u00a0€");
}

BOOST_AUTO_TEST_CASE(numbers_are_grouped_by_three) {
    BOOST_TEST(numberInWords(999, french) == "999");
    BOOST_TEST(numberInWords(1000, french) == "1\u202f000");
    BOOST_TEST(numberInWords(-1234567, english) == "-1,234,567");
}

BOOST_AUTO_TEST_CASE(dates_are_french_dates_whatever_the_season) {
    const Milliseconds winter = *parseTime("2026-11-24T23:30:00Z"),
                       summer = *parseTime("2026-07-31T22:30:00Z");
    BOOST_TEST(dateInWords(winter, french) == "25\u00a0novembre 2026");
    BOOST_TEST(dateInWords(summer, french) == "1er\u00a0août 2026");
    BOOST_TEST(dateInWords(summer, english) == "1\u00a0August 2026");
    BOOST_TEST(momentInWords(winter, french) == "25\u00a0novembre 2026 à 0\u00a0h\u00a030");
}

BOOST_AUTO_TEST_CASE(clocks_change_on_the_last_sundays_of_march_and_october) {
    constexpr Milliseconds anHour = 3'600'000;
    BOOST_TEST(parisOffset(*parseTime("2026-03-29T00:59:59Z")) == anHour);
    BOOST_TEST(parisOffset(*parseTime("2026-03-29T01:00:00Z")) == 2 * anHour);
    BOOST_TEST(parisOffset(*parseTime("2026-10-25T00:59:59Z")) == 2 * anHour);
    BOOST_TEST(parisOffset(*parseTime("2026-10-25T01:00:00Z")) == anHour);
}

BOOST_AUTO_TEST_CASE(weights_have_one_decimal_below_a_hundred_kilograms) {
    BOOST_TEST(weightInWords(2200, french) == "2,2\u00a0kg");
    BOOST_TEST(weightInWords(27000, french) == "27\u00a0kg");
    BOOST_TEST(weightInWords(2200, english) == "2.2\u00a0kg");
    BOOST_TEST(weightInWords(1234567, french) == "1\u202f235\u00a0kg");
}

BOOST_AUTO_TEST_SUITE_END()
