#include "labels/amounts.h"

#include <boost/test/unit_test.hpp>

using namespace remise::labels;
using remise::domain::Language;

BOOST_AUTO_TEST_SUITE(amounts_test)

BOOST_AUTO_TEST_CASE(money_is_written_as_each_language_has_it) {
    BOOST_TEST(shownMoney(14900, Language::french) == "149\u00a0€");
    BOOST_TEST(shownMoney(14905, Language::french) == "149,05\u00a0€");
    BOOST_TEST(shownMoney(123456789, Language::french) == "1\u00a0234\u00a0567,89\u00a0€");
    BOOST_TEST(shownMoney(0, Language::french) == "0\u00a0€");
    BOOST_TEST(shownMoney(123456789, Language::english) == "€1,234,567.89");
    BOOST_TEST(shownMoney(50, Language::english) == "€0.50");
}

BOOST_AUTO_TEST_CASE(months_are_counted) {
    BOOST_TEST(shownMonths(1, Language::french) == "1\u00a0mois");
    BOOST_TEST(shownMonths(1, Language::english) == "1\u00a0month");
    BOOST_TEST(shownMonths(12, Language::english) == "12\u00a0months");
}

BOOST_AUTO_TEST_CASE(a_thousand_gigabytes_are_a_terabyte) {
    BOOST_TEST(shownGigabytes(500, Language::french) == "500\u00a0Go");
    BOOST_TEST(shownGigabytes(1000, Language::french) == "1\u00a0To");
    BOOST_TEST(shownGigabytes(1920, Language::french) == "1,92\u00a0To");
    BOOST_TEST(shownGigabytes(1920, Language::english) == "1.92\u00a0TB");
}

BOOST_AUTO_TEST_CASE(weights_are_in_kilogrammes_down_to_the_gramme) {
    BOOST_TEST(shownWeight(4800, Language::french) == "4,8\u00a0kg");
    BOOST_TEST(shownWeight(312000, Language::french) == "312\u00a0kg");
    BOOST_TEST(shownWeight(5, Language::english) == "0.005\u00a0kg");
}

BOOST_AUTO_TEST_CASE(a_day_is_written_with_its_month_in_words_where_order_is_in_doubt) {
    BOOST_TEST(shownDate("2028-08-09", Language::french) == "09/08/2028");
    BOOST_TEST(shownDate("2028-08-09", Language::english) == "09\u00a0Aug\u00a02028");
}

BOOST_AUTO_TEST_SUITE_END()
