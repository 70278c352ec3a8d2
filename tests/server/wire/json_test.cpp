#include "server/wire/json.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/server/domain/random_values.h"

using namespace remise;
using domain::Value;
namespace data = boost::unit_test::data;

namespace {

std::string why(std::string_view text) {
    const auto value = wire::readJson(text);
    BOOST_REQUIRE_MESSAGE(!value.ok(), text.substr(0, 80));
    BOOST_TEST(value.refusal().code() == "not_json");
    return value.refusal().details().at("why");
}

std::string written(std::string_view text) {
    const auto value = wire::readJson(text);
    BOOST_REQUIRE_MESSAGE(value.ok(), text.substr(0, 80));
    return canonicalJson(*value);
}

std::string nested(std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_test)

BOOST_AUTO_TEST_CASE(plain_json_is_read) {
    BOOST_TEST(written(R"( { "b" : [1, -2, true, false, null], "a":"x" } )") ==
               R"({"a":"x","b":[1,-2,true,false,null]})");
    BOOST_TEST(written(R"("\u00e9\ud83d\ude00\/")") == "\"é😀/\"");
    BOOST_TEST(written("-0") == "0");
}

BOOST_AUTO_TEST_CASE(whatever_is_written_canonically_is_read_the_same) {
    test::RandomValues random(3);
    for (int i = 0; i < 2000; ++i) {
        const Value value = random.value();
        const auto read = wire::readJson(canonicalJson(value));
        BOOST_REQUIRE_MESSAGE(read.ok(), canonicalJson(value));
        BOOST_REQUIRE((*read == value));
    }
}

const std::string broken[] = {
    "",
    " ",
    "{",
    "[1,]",
    "{\"a\":}",
    "{'a':1}",
    "{\"a\":1,}",
    "nul",
    "[1] 2",
    "[1][2]",
    "// x\n1",
    "/* x */ 1",
    "NaN",
    "Infinity",
    "01",
    "+1",
    "\"\n\"",
    "\"a",
    "\"\\x41\"",
    "\"\\ud800\"",
    "\"\\u12\"",
    "\xef\xbb",
    "[1\0]",
    std::string("[\"a\0b\"]", 7),
    std::string("1\0", 2),
    std::string("\0", 1),
};

BOOST_DATA_TEST_CASE(broken_json_is_refused, data::make(broken), text) {
    why(text);
}

const std::string brokenUtf8[] = {
    "\"\xff\"",     "\"\xc3\"",         "\"\xc0\x80\"", "\"\xed\xa0\x80\"", "\"\xf4\x90\x80\x80\"",
    "\"\xe2\x82\"", "{\"\xc3\x28\":1}", "\"abc\x80\""};

BOOST_DATA_TEST_CASE(broken_utf_8_is_refused, data::make(brokenUtf8), text) {
    why(text);
}

BOOST_AUTO_TEST_CASE(a_member_named_twice_is_refused_wherever_it_stands) {
    BOOST_TEST(why(R"({"a":1,"b":2,"a":1})").find("a") != std::string::npos);
    why(R"([{"x":{"a":null,"\u0061":1}}])");
    written(R"({"a":{"a":1},"b":{"a":1}})");
}

BOOST_AUTO_TEST_CASE(fractions_are_refused_however_they_are_written) {
    for (const auto* text : {"1.5", "1.0", "[1e2]", "-0.0", "0.1"})
        BOOST_TEST(why(text).find("fraction") == 0u);
}

BOOST_AUTO_TEST_CASE(whole_numbers_go_to_2_to_the_53_and_no_further) {
    BOOST_TEST(written("9007199254740992") == "9007199254740992");
    BOOST_TEST(written("-9007199254740992") == "-9007199254740992");
    for (const auto* text : {"9007199254740993", "-9007199254740993", "9223372036854775808",
                             "18446744073709551615", "18446744073709551616", "-9223372036854775809", "1E400"})
        why(text);
}

BOOST_AUTO_TEST_CASE(sixty_four_levels_are_read_and_a_hundred_thousand_are_refused_at_once) {
    written(nested(64));
    BOOST_TEST(why(nested(65)) == "nested too deeply");
    BOOST_TEST(why(std::string(100000, '[')) == "nested too deeply");
    std::string objects;
    for (int i = 0; i < 65; ++i)
        objects += "{\"a\":";
    BOOST_TEST(why(objects) == "nested too deeply");
}

BOOST_AUTO_TEST_CASE(a_nul_in_a_text_is_read_as_one_when_it_is_escaped) {
    const auto value = wire::readJson("\"a\\u0000b\"");
    BOOST_REQUIRE(value.ok());
    BOOST_TEST(value->text() == std::string("a\0b", 3));
}

BOOST_AUTO_TEST_CASE(nothing_hides_behind_a_nul) {
    BOOST_TEST(why(std::string("[1]\0{\"a\":1}", 12)) == "character 4");
}

BOOST_AUTO_TEST_CASE(large_texts_and_lists_are_read) {
    const std::string text(1 << 20, 'x');
    BOOST_TEST(written("\"" + text + "\"").size() == text.size() + 2);
    std::string list = "[0";
    for (int i = 1; i < 100000; ++i)
        list += ",0";
    BOOST_TEST(wire::readJson(list + "]")->array().size() == 100000u);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_told_without_a_broken_character) {
    const std::string name = std::string(39, 'x') + "éééé";
    const std::string reason = why("{\"" + name + "\":1,\"" + name + "\":1}");
    BOOST_TEST(wire::readJson(canonicalJson(Value(reason))).ok());
}

BOOST_AUTO_TEST_SUITE_END()
