#include "drivers/reports/raw_text.h"

#include <boost/test/unit_test.hpp>

using remise::drivers::reports::plainText;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(raw_text_test)

BOOST_AUTO_TEST_CASE(utf16_in_either_order_becomes_utf8) {
    BOOST_TEST(plainText("\xFF\xFE\x41\x00\xE9\x00\xAC\x20"s) == "A\u00E9\u20AC");
    BOOST_TEST(plainText("\xFE\xFF\x00\x41\x00\xE9\x20\xAC"s) == "A\u00E9\u20AC");
    BOOST_TEST(plainText("\xFF\xFE\x3D\xD8\x00\xDE"s) == "\U0001F600");
}

BOOST_AUTO_TEST_CASE(half_a_character_is_replaced_and_half_a_unit_is_dropped) {
    BOOST_TEST(plainText("\xFF\xFE\x3D\xD8\x41\x00"s) == "\uFFFDA");
    BOOST_TEST(plainText("\xFF\xFE\x41\x00\x42"s) == "A");
}

BOOST_AUTO_TEST_CASE(json_comes_without_the_lines_around_it) {
    const std::string tree = "{\n  \"id\": \"host\"\n}";
    BOOST_TEST(plainText("WARNING: you should run this program as super-user.\n" + tree +
                         "\nWARNING: output may be incomplete or inaccurate.\n") == tree);
    BOOST_TEST(plainText("\xEF\xBB\xBF" + tree) == tree);
    BOOST_TEST(plainText(tree + "\n") == tree + "\n");
}

BOOST_AUTO_TEST_CASE(what_is_no_json_stays_as_it_is) {
    for (const std::string& text :
         {"# dmidecode 3.3\n\tVersion: {x}\n"s, ""s, "[loader] loaded\nHandle 0x0001\n"s,
          "\x00\xFF\n{\n}\n tail"s, "{ cut short"s})
        BOOST_TEST(plainText(text) == text);
}

BOOST_AUTO_TEST_SUITE_END()
