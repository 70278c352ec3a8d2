#include "drivers/reports/clean_text.h"

#include <boost/test/unit_test.hpp>

using namespace remise::drivers::reports;

BOOST_AUTO_TEST_SUITE(clean_text_test)

BOOST_AUTO_TEST_CASE(text_in_every_script_passes_unchanged) {
    for (const char* text : {"T\xC3\xA9l\xC3\xA9phone", "\xD0\x9F\xD0\x9A", "\xE6\xBC\xA2\xE5\xAD\x97",
                             "\xF0\x9F\x98\x80", "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85"}) {
        BOOST_TEST(validUtf8(text) == text);
        BOOST_TEST(cleanText(text) == text);
    }
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_utf8_become_the_replacement_character) {
    const std::string mark = "\xEF\xBF\xBD";
    BOOST_TEST(validUtf8("Caf\xE9") == "Caf" + mark);
    BOOST_TEST(validUtf8("\xC0\xAF") == mark + mark);                        // overlong
    BOOST_TEST(validUtf8("\xED\xA0\x80") == mark + mark + mark);             // surrogate
    BOOST_TEST(validUtf8("\xF4\x90\x80\x80") == mark + mark + mark + mark);  // past the last character
    BOOST_TEST(validUtf8("\xE2\x82") == mark + mark);                        // cut
}

BOOST_AUTO_TEST_CASE(control_characters_and_hidden_marks_become_one_blank) {
    BOOST_TEST(cleanText(std::string_view("a\0\0b", 4)) == "a b");
    BOOST_TEST(cleanText("  a \t\r\n b  ") == "a b");
    BOOST_TEST(cleanText("a\x1B[31mb\x7F") == "a [31mb");
    BOOST_TEST(cleanText("a\xC2\x85"
                         "b\xE2\x80\xAE"
                         "c\xEF\xBB\xBF"
                         "d\xE2\x81\xA6"
                         "e") == "a b c d e");
    BOOST_TEST(cleanText("\xE2\x80\x8B\xC2\xA0") == "");
}

BOOST_AUTO_TEST_CASE(a_long_text_is_cut_between_characters) {
    BOOST_TEST(cleanText("\xC3\xA9\xC3\xA9\xC3\xA9", 5) == "\xC3\xA9\xC3\xA9");
    BOOST_TEST(cleanText("ab cd", 3) == "ab");
    BOOST_TEST(cleanText(std::string(1000, 'x')).size() == 255U);
}

BOOST_AUTO_TEST_SUITE_END()
