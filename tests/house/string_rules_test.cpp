#include "tests/house/string_rules.h"

#include <boost/test/unit_test.hpp>

using namespace remise::house;

namespace {

std::string verdictOn(std::string fr, std::string en, std::string page = "") {
    return describe(checkStrings({{"server/static/strings/stock.fr.json", std::move(fr)},
                                  {"server/static/strings/stock.en.json", std::move(en)},
                                  {"server/stock/templates/a.html", std::move(page)}}));
}

const std::string where = "\n  server/static/strings/stock.";

}  // namespace

BOOST_AUTO_TEST_SUITE(string_rules_test)

BOOST_AUTO_TEST_CASE(our_texts_are_there_in_both_languages) {
    const Findings findings = checkStrings(sourceTree());
    BOOST_CHECK_MESSAGE(findings.empty(), describe(findings));
}

BOOST_AUTO_TEST_CASE(texts_that_say_the_same_pass) {
    BOOST_TEST(
        verdictOn(R"({"stock.n":"{n} unités"})", R"({"stock.n":"{n} units"})", "<p>{{t.stock.n}}</p>") == "");
}

BOOST_AUTO_TEST_CASE(a_text_missing_in_one_language_is_found) {
    BOOST_TEST(verdictOn(R"({"stock.n":"a"})", "{}") == where + "en.json: stock.n is missing");
    BOOST_TEST(verdictOn("{}", R"({"stock.n":"a"})") == where + "fr.json: stock.n is missing");
}

BOOST_AUTO_TEST_CASE(an_empty_text_is_found) {
    BOOST_TEST(verdictOn(R"({"stock.n":"a"})", R"({"stock.n":""})") ==
               where + "en.json: stock.n has no text");
}

BOOST_AUTO_TEST_CASE(texts_that_name_other_things_are_found) {
    BOOST_TEST(verdictOn(R"({"stock.n":"{n} unités"})", R"({"stock.n":"{count} units"})") ==
               where + "en.json: stock.n names other things than in French");
}

BOOST_AUTO_TEST_CASE(a_catalogue_that_cannot_be_read_is_found) {
    BOOST_TEST(verdictOn("{", "{}") == where + "fr.json: is no JSON object");
}

BOOST_AUTO_TEST_CASE(a_catalogue_without_its_twin_is_found) {
    BOOST_TEST(describe(checkStrings({{"terminal/ui/strings/fr.json", "{}"}})) ==
               "\n  terminal/ui/strings/fr.json: has no English twin");
}

BOOST_AUTO_TEST_CASE(a_page_that_asks_for_a_text_that_is_not_there_is_found) {
    BOOST_TEST(verdictOn("{}", "{}", "\n<p>{{t.stock.n}}</p>") ==
               "\n  server/stock/templates/a.html:2: there is no text stock.n");
}

BOOST_AUTO_TEST_SUITE_END()
