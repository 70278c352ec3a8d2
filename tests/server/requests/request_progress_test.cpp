#include "server/requests/request_progress.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "server/domain/embedded.h"
#include "server/domain/stages.h"
#include "server/http/strings.h"

using namespace remise;
using namespace remise::requests;

namespace {

/// "●" done, "◐" current, "○" ahead, "■" stopped.
std::string drawn(std::string_view stage) {
    std::string marks;
    for (const auto& step : progressOf(stage))
        marks += step.mark == Mark::done      ? "●"
                 : step.mark == Mark::current ? "◐"
                 : step.mark == Mark::ahead   ? "○"
                                              : "■";
    return marks;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(request_progress_test)

BOOST_AUTO_TEST_CASE(the_tracker_moves_on_with_the_request) {
    BOOST_TEST(drawn("submitted") == "◐○○○○○");
    BOOST_TEST(drawn("quoted") == "●◐○○○○");
    BOOST_TEST(drawn("proposed") == "●●◐○○○");
    BOOST_TEST(drawn("preparing") == "●●●◐○○");
    BOOST_TEST(drawn("shipped") == "●●●●◐○");
    BOOST_TEST(drawn("delivered") == "●●●●●●");
}

BOOST_AUTO_TEST_CASE(a_request_that_ends_early_shows_where) {
    BOOST_TEST(drawn("cancelled") == "●■");
    BOOST_TEST(drawn("refused") == "●■");
}

BOOST_AUTO_TEST_CASE(the_proposal_becomes_an_acceptance) {
    BOOST_TEST(progressOf("proposed")[2].key == "proposed");
    BOOST_TEST(progressOf("confirmed")[2].key == "accepted");
}

BOOST_AUTO_TEST_CASE(every_stage_of_a_request_has_its_sentences_and_its_steps_their_words) {
    const http::Strings strings(embedded::strings());
    const auto& texts = strings.table(domain::Language::french);
    for (const auto& stage : domain::stages()) {
        if (stage.subject != domain::Subject::request) continue;
        BOOST_TEST(texts.contains("requests.now." + std::string(stage.name)), stage.name);
        BOOST_TEST(texts.contains("requests.next." + std::string(stage.name)), stage.name);
        for (const auto& step : progressOf(stage.name))
            BOOST_TEST(texts.contains("requests.step." + std::string(step.key)), step.key);
    }
}

BOOST_AUTO_TEST_SUITE_END()
