#include "server/http/strings.h"

#include <boost/test/unit_test.hpp>

using namespace remise;
using namespace remise::http;

BOOST_AUTO_TEST_SUITE(strings_test)

BOOST_AUTO_TEST_CASE(both_languages_have_the_same_keys) {
    BOOST_CHECK_NO_THROW(Strings(embedded::strings()));
}

BOOST_AUTO_TEST_CASE(files_of_several_capabilities_make_one_catalogue) {
    const Strings strings({{"a.fr.json", R"({"a.x":"un"})"},
                           {"a.en.json", R"({"a.x":"one"})"},
                           {"b.fr.json", R"({"b.y":"{count} appareils"})"},
                           {"b.en.json", R"({"b.y":"{count} devices"})"}});
    BOOST_TEST(strings.text("a.x", domain::Language::french) == "un");
    BOOST_TEST(strings.text("b.y", domain::Language::english, {{"count", "3"}}) == "3 devices");
    BOOST_CHECK_THROW(strings.text("a.z", domain::Language::french), std::logic_error);
}

BOOST_AUTO_TEST_CASE(a_key_that_one_language_lacks_is_an_error) {
    BOOST_CHECK_THROW(Strings({{"fr.json", R"({"a":"1","b":"2"})"}, {"en.json", R"({"a":"1"})"}}),
                      std::invalid_argument);
    BOOST_CHECK_THROW(Strings({{"fr.json", R"({"a":"1"})"}, {"en.json", R"({"a":"1","b":"2"})"}}),
                      std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(unreadable_files_and_keys_given_twice_are_errors) {
    BOOST_CHECK_THROW(Strings({{"fr.json", "{"}, {"en.json", "{}"}}), std::invalid_argument);
    BOOST_CHECK_THROW(Strings({{"fr.json", R"({"a":1})"}, {"en.json", R"({"a":1})"}}), std::invalid_argument);
    BOOST_CHECK_THROW(
        Strings({{"a.fr.json", R"({"a":"1"})"}, {"b.fr.json", R"({"a":"1"})"}, {"en.json", R"({"a":"1"})"}}),
        std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
