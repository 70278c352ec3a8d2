#include "server/domain/grade.h"

#include <boost/test/unit_test.hpp>

using namespace remise::domain;

BOOST_AUTO_TEST_SUITE(grade_test)

BOOST_AUTO_TEST_CASE(all_that_works_is_an_a) {
    BOOST_TEST(functionalGrade(Value::Object{{"post", "pass"}, {"webcam", "na"}}, {}) == "A");
    BOOST_TEST(functionalGrade({}, {}) == "A");
}

BOOST_AUTO_TEST_CASE(two_minor_defects_are_announced_and_three_are_too_many) {
    const Value defects = Value::Object{{"webcam", "dead"}, {"ports", "one_usb"}, {"speakers", "crackle"}};
    Value tests = Value::Object{{"webcam", "fail"}};
    BOOST_TEST(functionalGrade(tests, defects) == "D");
    tests["ports"] = "fail";
    BOOST_TEST(functionalGrade(tests, defects) == "D");
    tests["speakers"] = "fail";
    BOOST_TEST(functionalGrade(tests, defects) == "R");
}

BOOST_AUTO_TEST_CASE(one_defect_outside_the_closed_list_is_not_sold) {
    BOOST_TEST(
        functionalGrade(Value::Object{{"keyboard", "fail"}}, Value::Object{{"keyboard", "dead_key"}}) == "R");
    BOOST_TEST(functionalGrade(Value::Object{{"ports", "fail"}}, Value::Object{{"ports", "all"}}) == "R");
    for (const auto* minor : {"one_usb", "ethernet", "jack"})
        BOOST_TEST(functionalGrade(Value::Object{{"ports", "fail"}}, Value::Object{{"ports", minor}}) == "D");
}

BOOST_AUTO_TEST_CASE(the_worse_of_two_grades_counts) {
    BOOST_TEST(worseGrade("A", "C") == "C");
    BOOST_TEST(worseGrade("D", "B") == "D");
    BOOST_TEST(worseGrade("R", "A") == "R");
    BOOST_TEST(worseGrade("B", "B") == "B");
    BOOST_TEST(worseGrade("A", "") == "");
}

BOOST_AUTO_TEST_CASE(a_grade_reaches_what_is_asked_or_not) {
    BOOST_TEST(gradeReaches("A", "B"));
    BOOST_TEST(gradeReaches("B", "B"));
    BOOST_TEST(!gradeReaches("C", "B"));
    BOOST_TEST(gradeReaches("R", ""));
    BOOST_TEST(!gradeReaches("", "D"));
}

BOOST_AUTO_TEST_SUITE_END()
