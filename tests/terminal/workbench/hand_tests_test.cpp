#include "terminal/workbench/hand_tests.h"

#include <boost/test/unit_test.hpp>

using namespace remise::workbench;
using remise::domain::Value;
using namespace std::chrono_literals;

namespace {

Value said(const char* test, const char* result, const char* defect = nullptr) {
    Value answer = Value::Object{{"test", test}, {"result", result}};
    if (defect) answer["defect"] = defect;
    return answer;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hand_tests_test)

BOOST_AUTO_TEST_CASE(only_what_the_job_names_and_needs_hands_is_offered_in_the_order_of_the_screen) {
    HandAnswers hands;
    const auto offered = hands.offer({"screen", "ram", "keyboard", "hinge"});
    BOOST_TEST(offered == (std::vector<std::string>{"keyboard", "screen"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nobody_is_waited_for_where_nothing_was_offered) {
    HandAnswers hands;
    BOOST_TEST(hands.waitUntilDone(0s));
    hands.offer({"ram"});
    BOOST_TEST(hands.waitUntilDone(0s));
}

BOOST_AUTO_TEST_CASE(it_is_done_when_every_test_has_its_answer) {
    HandAnswers hands;
    hands.offer({"keyboard", "screen"});
    BOOST_TEST(hands.hear(said("keyboard", "pass")).has_value());
    BOOST_TEST(!hands.waitUntilDone(0s));
    BOOST_TEST(hands.hear(said("screen", "fail", "lines_or_spots")).has_value());
    BOOST_TEST(hands.waitUntilDone(0s));
    BOOST_REQUIRE(hands.answers().size() == 2);
    BOOST_TEST(hands.answers()[1].defect == "lines_or_spots");
}

BOOST_AUTO_TEST_CASE(a_test_that_fails_names_its_defect_and_one_that_passes_has_none) {
    HandAnswers hands;
    hands.offer({"keyboard"});
    BOOST_TEST(!hands.hear(said("keyboard", "fail")));
    BOOST_TEST(!hands.hear(said("keyboard", "pass", "dead_key")));
    BOOST_TEST(!hands.hear(said("keyboard", "perhaps")));
    BOOST_TEST(!hands.hear(said("trackpad", "pass")));
    BOOST_TEST(hands.answers().empty());
}

BOOST_AUTO_TEST_CASE(whoever_looks_twice_is_believed_the_second_time) {
    HandAnswers hands;
    hands.offer({"keyboard", "screen"});
    hands.hear(said("keyboard", "fail", "dead_key"));
    hands.hear(said("keyboard", "pass"));
    BOOST_REQUIRE(hands.answers().size() == 1);
    BOOST_TEST(testResultName(hands.answers()[0].result) == "pass");
    BOOST_TEST(!hands.waitUntilDone(0s));
}

BOOST_AUTO_TEST_CASE(what_is_put_aside_stays_without_an_answer_and_the_rest_counts) {
    HandAnswers hands;
    hands.offer({"keyboard", "screen"});
    hands.hear(said("keyboard", "pass"));
    hands.putAside();
    BOOST_TEST(hands.waitUntilDone(0s));
    BOOST_TEST(hands.answers().size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
