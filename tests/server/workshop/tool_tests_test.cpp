#include "server/workshop/tool_tests.h"

#include <boost/test/unit_test.hpp>

#include "server/domain/canonical.h"
#include "server/domain/policy.h"

using namespace remise::workshop;
using namespace remise::drivers::reports;
using remise::domain::canonicalJson;

namespace {

constexpr auto passed = TestOutcome::passed, failed = TestOutcome::failed, notDone = TestOutcome::notDone;

std::string answers(const std::vector<DeviceTest>& tests) {
    const auto data = answersOf(tests, remise::domain::findPolicy("phone")->tests);
    return data.isObject() ? canonicalJson(data) : "nothing";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tool_tests_test)

BOOST_AUTO_TEST_CASE(a_tools_words_are_ours) {
    BOOST_TEST(answers({{"Wi-Fi", passed}}) == R"({"tests":{"wifi":"pass"}})");
    BOOST_TEST(answers({{"wi_fi", passed}}) == R"({"tests":{"wifi":"pass"}})");
    BOOST_TEST(answers({{"Touch ID", passed}}) == R"({"tests":{"sensors":"pass"}})");
    BOOST_TEST(answers({{"Digitizer", passed}}) == R"({"tests":{"touch":"pass"}})");
    BOOST_TEST(answers({{"Front Video Microphone", passed}}) == R"({"tests":{"microphone":"pass"}})");
}

BOOST_AUTO_TEST_CASE(one_that_fails_fails_all_of_its_kind_and_is_named) {
    BOOST_TEST(answers({{"Rear Camera", passed}, {"Front Camera", failed}, {"Camera Flash", passed}}) ==
               R"({"defects":{"cameras":"front_camera"},"tests":{"cameras":"fail"}})");
    BOOST_TEST(answers({{"Front Camera", failed}, {"Rear Camera", notDone}}) ==
               R"({"defects":{"cameras":"front_camera"},"tests":{"cameras":"fail"}})");
}

BOOST_AUTO_TEST_CASE(one_that_was_not_done_leaves_its_kind_to_people) {
    BOOST_TEST(answers({{"Rear Camera", passed}, {"Front Camera", notDone}, {"NFC", passed}}) ==
               R"({"tests":{"nfc":"pass"}})");
}

BOOST_AUTO_TEST_CASE(what_has_no_word_of_ours_is_left_to_people) {
    BOOST_TEST(answers({{"Face ID", passed}, {"", passed}}) == "nothing");
    BOOST_TEST(answers({}) == "nothing");
    const auto ofScreen = answersOf({{"Wi-Fi", passed}}, remise::domain::findPolicy("screen")->tests);
    BOOST_TEST(!ofScreen.isObject());
}

BOOST_AUTO_TEST_SUITE_END()
