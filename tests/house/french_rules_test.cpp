#include "tests/house/french_rules.h"

#include <boost/test/unit_test.hpp>

using namespace remise::house;

namespace {

std::string verdictOn(const std::string& text) {
    return describe(checkFrench({{"server/static/strings/a.fr.json", R"({"a.b":")" + text + "\"}"}}));
}

const std::string where = "\n  server/static/strings/a.fr.json: a.b ";

}  // namespace

BOOST_AUTO_TEST_SUITE(french_rules_test)

BOOST_AUTO_TEST_CASE(our_french_is_set_as_printers_set_it) {
    const Findings findings = checkFrench(sourceTree());
    BOOST_CHECK_MESSAGE(findings.empty(), describe(findings));
}

BOOST_AUTO_TEST_CASE(marks_with_their_spaces_pass) {
    BOOST_TEST(verdictOn("Il manque\u00a0: «\u00a0un papier\u00a0», 2\u00a0€\u202f; c'est sûr\u202f?") == "");
    BOOST_TEST(verdictOn("À 10:25.") == "");
}

BOOST_AUTO_TEST_CASE(a_mark_without_its_space_is_found) {
    BOOST_TEST(verdictOn("Il manque: {field}.") == where + "needs a no-break space before :");
    BOOST_TEST(verdictOn("Il manque : {field}.") == where + "needs a no-break space before :");
    BOOST_TEST(verdictOn("Pourquoi\u00a0?") == where + "needs a narrow space before ?");
    BOOST_TEST(verdictOn("Oui!") == where + "needs a narrow space before !");
    BOOST_TEST(verdictOn("« oui\u00a0»") == where + "needs a no-break space after «");
    BOOST_TEST(verdictOn("180 €") == where + "needs a no-break space before €");
}

BOOST_AUTO_TEST_CASE(straight_quotes_are_found) {
    BOOST_TEST(verdictOn("un \\\"neuf\\\"") == where + "quotes without « »");
}

BOOST_AUTO_TEST_CASE(the_french_of_a_refusal_is_held_too) {
    BOOST_TEST(describe(checkFrench({{"server/domain/refusals.h",
                                      "inline constexpr RefusalKind a{\"a\", 404, \"Il manque: {code}.\", "
                                      "\"Missing: {code}.\"};\n"}})) ==
               "\n  server/domain/refusals.h:1: a needs a no-break space before :");
}

BOOST_AUTO_TEST_SUITE_END()
