#include "terminal/typed_number.h"

#include <boost/test/unit_test.hpp>

using namespace remise::terminal;

namespace {

const NumberRange kilograms{100, 30000, 3, "kg"};
const NumberRange percent{0, 100, 0, "%"};

QString typed(std::initializer_list<const char*> keys, const NumberRange& range) {
    QString text;
    for (const char* key : keys)
        text = typedAfter(text, key, range);
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(typed_number_test)

BOOST_AUTO_TEST_CASE(kilograms_with_a_comma_become_whole_grams) {
    BOOST_TEST(typedNumber("2,4", kilograms).value() == 2400);
    BOOST_TEST(typedNumber("2,045", kilograms).value() == 2045);
    BOOST_TEST(typedNumber("12", kilograms).value() == 12000);
    BOOST_TEST(!typedNumber("", kilograms));
}

BOOST_AUTO_TEST_CASE(keys_that_make_no_number_change_nothing) {
    BOOST_TEST(typed({"2", ",", ",", "4"}, kilograms).toStdString() == "2,4");
    BOOST_TEST(typed({"2", ",", "4", "5", "6", "7"}, kilograms).toStdString() == "2,456");
    BOOST_TEST(typed({","}, kilograms).toStdString() == "0,");
    BOOST_TEST(typed({"8", ",", "7"}, percent).toStdString() == "87");
    BOOST_TEST(typed({"back", "8", "back", "back"}, percent).toStdString() == "");
}

BOOST_AUTO_TEST_SUITE_END()
