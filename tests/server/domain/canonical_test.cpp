#include "server/domain/canonical.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/server/domain/random_values.h"

using namespace remise::domain;
using remise::test::RandomValues;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(canonical_test)

BOOST_AUTO_TEST_CASE(whatever_was_written_is_read_back_and_written_the_same) {
    RandomValues random(1);
    for (int i = 0; i < 3000; ++i) {
        const Value value = random.value();
        const std::string text = canonicalJson(value);
        const Value read = readCanonical(text);
        BOOST_REQUIRE_MESSAGE((read == value), text);
        BOOST_REQUIRE_EQUAL(canonicalJson(read), text);
    }
}

BOOST_AUTO_TEST_CASE(whatever_is_read_is_exactly_what_is_written) {
    RandomValues random(2);
    std::size_t read = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string text = canonicalJson(random.value());
        const std::size_t at = random.below(text.size());
        if (random.below(2) == 0)
            text[at] = "\"\\0159,:{}[]eunlt -\n\x01"[random.below(22)];
        else
            text.insert(at, 1, "\"\\0159,:{}[]eunlt -\n\x01"[random.below(22)]);
        try {
            const Value value = readCanonical(text);
            ++read;
            BOOST_REQUIRE_EQUAL(canonicalJson(value), text);
        } catch (const NotCanonical&) {
        }
    }
    BOOST_TEST(read > 100u);  // or nothing was tried
}

const std::string notCanonical[] = {
    "",
    " 1",
    "1 ",
    "01",
    "-0",
    "+1",
    "1.0",
    "1e2",
    "-",
    "00",
    "-01",
    "9223372036854775808",
    "nul",
    "True",
    "'a'",
    "\"a",
    "\"\n\"",
    "\"\\u0041\"",
    "\"\\u000a\"",
    "\"\\u001F\"",
    "\"\\/\"",
    "\"\\u00\"",
    "\"\\u000",
    "\"\\",
    "\"\\x\"",
    "[1,]",
    "[1 ,2]",
    "[1",
    "{\"a\":1,}",
    "{\"a\" :1}",
    "{\"b\":1,\"a\":2}",
    "{\"a\":1,\"a\":1}",
    "{a:1}",
    "{\"a\"}",
    "[]]",
    std::string("\"a\0b\"", 5),
    std::string(200, '['),
    "1\n",
    "{\"a\":1",
    "\"\\u0020\"",
    "[,]",
};

BOOST_DATA_TEST_CASE(what_canonical_json_never_writes_is_not_read, data::make(notCanonical), text) {
    BOOST_CHECK_THROW(readCanonical(text), NotCanonical);
}

BOOST_AUTO_TEST_CASE(members_come_in_the_order_of_utf_16) {
    // RFC 8785, 3.2.3: a surrogate pair comes before U+E000 to U+FFFF, which UTF-8 has the other way round.
    const Value value = Value::Object{{"\u20ac", 1}, {"\r", 2},     {"\ufb33", 3}, {"1", 4},
                                      {"😀", 5},      {"\u0080", 6}, {"\u00f6", 7}};
    BOOST_TEST(canonicalJson(value) ==
               "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"😀\":5,\"\ufb33\":3}");
    BOOST_TEST((readCanonical(canonicalJson(value)) == value));
}

BOOST_AUTO_TEST_CASE(only_what_must_be_is_escaped) {
    BOOST_TEST(canonicalJson(Value("\b\t\n\f\r\"\\/é\u2028")) == "\"\\b\\t\\n\\f\\r\\\"\\\\/é\u2028\"");
    BOOST_TEST(canonicalJson(Value(std::string("\0\x1f\x7f", 3))) == "\"\\u0000\\u001f\x7f\"");
}

BOOST_AUTO_TEST_CASE(eighty_levels_are_read_and_no_more) {
    BOOST_CHECK_NO_THROW(readCanonical(std::string(80, '[') + std::string(80, ']')));
    BOOST_CHECK_THROW(readCanonical(std::string(81, '[') + std::string(81, ']')), NotCanonical);
}

BOOST_AUTO_TEST_SUITE_END()
