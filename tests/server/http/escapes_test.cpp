#include "server/http/escapes.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise::http;
namespace bdata = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(escapes_test)

BOOST_AUTO_TEST_CASE(escapes_are_decoded) {
    BOOST_TEST(percentDecode("caf%C3%A9+noir", PlusSign::isBlank).value() == "café noir");
    BOOST_TEST(percentDecode("1%2B1+2", PlusSign::isPlus).value() == "1+1+2");
}

const std::vector<std::string> badEscapes{"%",   "%4",        "%zz",    "a%00b", "%C3",
                                          "%FF", "%ED%A0%80", "%C0%AF", "%07",   "%C2%80"};

BOOST_DATA_TEST_CASE(bad_escapes_and_what_is_no_text_are_refused, bdata::make(badEscapes), text) {
    BOOST_TEST(!percentDecode(text, PlusSign::isBlank).has_value());
}

BOOST_AUTO_TEST_CASE(what_is_encoded_decodes_to_the_same) {
    const std::string text = "l'été & 100 % / <b> 漢字 🙂";
    BOOST_TEST(percentDecode(percentEncode(text), PlusSign::isBlank).value() == text);
}

BOOST_AUTO_TEST_CASE(text_of_every_script_is_plain) {
    BOOST_TEST(isPlainText("é 漢字 العربية 🙂"));
    BOOST_TEST(!isPlainText("two\nlines"));
    BOOST_TEST(isPlainText("two\nlines", LineBreaks::allowed));
    BOOST_TEST(!isPlainText(std::string_view("a\0b", 3), LineBreaks::allowed));
}

BOOST_AUTO_TEST_CASE(more_pairs_than_allowed_are_refused) {
    BOOST_TEST(readPairs("a=1&b=2", 2).has_value());
    BOOST_TEST(!readPairs("a=1&b=2&c=3", 2).has_value());
}

BOOST_AUTO_TEST_CASE(cookies_are_read_by_name) {
    const auto cookies = readCookies("lang=fr; session=abc=; odd");
    BOOST_TEST(cookies.size() == 2u);
    BOOST_TEST(cookies.at("lang") == "fr");
    BOOST_TEST(cookies.at("session") == "abc=");
}

BOOST_AUTO_TEST_SUITE_END()
