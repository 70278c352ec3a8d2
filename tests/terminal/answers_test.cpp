#include "terminal/answers.h"

#include <boost/test/unit_test.hpp>

#include "tests/terminal/floor.h"

using namespace remise::terminal;
using floor_of::readJson;
using remise::domain::canonicalJson;
using remise::domain::Value;

BOOST_AUTO_TEST_SUITE(answers_test)

BOOST_AUTO_TEST_CASE(a_dotted_path_builds_the_tree_it_needs) {
    Value answers;
    setAt(answers, "tests.keyboard", "fail");
    setAt(answers, "tests.screen", "pass");
    BOOST_TEST(canonicalJson(answers) == R"({"tests":{"keyboard":"fail","screen":"pass"}})");
    BOOST_TEST(valueAt(answers, "tests.keyboard").text() == "fail");
    BOOST_TEST(valueAt(answers, "tests.keyboard.deeper").isNull());
}

BOOST_AUTO_TEST_CASE(an_answer_that_was_not_given_leaves_its_member_out) {
    const Value form = readJson(R"({"drive":"$drive.code","level":"$level","fixed":"ours"})");
    const Value answers = readJson(R"({"drive":{"code":"D1","serial":"S"}})");
    BOOST_TEST(canonicalJson(filledIn(form, answers)) == R"({"drive":"D1","fixed":"ours"})");
}

BOOST_AUTO_TEST_CASE(the_first_answer_there_is_stands_for_several) {
    const Value form = readJson(R"({"category":"$category|unit.category"})");
    BOOST_TEST(filledIn(form, readJson(R"({"unit":{"category":"phone"}})")).textOr("category") == "phone");
    BOOST_TEST(
        filledIn(form, readJson(R"({"category":"laptop","unit":{"category":"phone"}})")).textOr("category") ==
        "laptop");
}

BOOST_AUTO_TEST_CASE(the_worst_of_several_grades_counts) {
    const Value form = readJson(R"({"cosmetic":{"$worst":["lid","screen","keyboard"]}})");
    const Value answers = readJson(R"({"lid":"A","screen":"R","keyboard":"C"})");
    BOOST_TEST(filledIn(form, answers).textOr("cosmetic") == "R");
    BOOST_TEST(filledIn(form, readJson(R"({"lid":"A","screen":"B"})")).textOr("cosmetic") == "B");
}

BOOST_AUTO_TEST_CASE(false_and_zero_and_empty_lists_are_answers_too) {
    const Value form = readJson(R"({"gift":"$gift","health":"$health","parts":"$parts"})");
    const Value answers = readJson(R"({"gift":false,"health":0,"parts":[]})");
    BOOST_TEST(canonicalJson(filledIn(form, answers)) == R"({"gift":false,"health":0,"parts":[]})");
}

BOOST_AUTO_TEST_CASE(a_null_in_a_condition_stands_for_not_answered) {
    const Conditions conditions{{"dead", {Value()}}};
    BOOST_TEST(holds(readJson("{}"), conditions));
    BOOST_TEST(!holds(readJson(R"({"dead":true})"), conditions));
}

BOOST_AUTO_TEST_CASE(a_sentence_speaks_of_what_is_known) {
    const Value answers = readJson(R"({"unit":{"model":"T480"},"count":3})");
    BOOST_TEST(spoken("Prends le {unit.model}, {count} fois.", answers) == "Prends le T480, 3 fois.");
    BOOST_TEST(spoken("Sans rien.", answers) == "Sans rien.");
    BOOST_TEST(spoken("Une { seule", answers) == "Une { seule");
}

BOOST_AUTO_TEST_SUITE_END()
