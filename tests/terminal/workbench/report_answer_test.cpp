#include "terminal/workbench/report_answer.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "drivers/disks/reason.h"
#include "server/domain/canonical.h"
#include "server/wire/json.h"

using namespace remise;
using domain::Value;

namespace {

Value read(const char* json) {
    return *wire::readJson(json);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_answer_test)

BOOST_AUTO_TEST_CASE(a_drive_that_is_certified_or_drawn_is_proven_and_stays_as_it_is_shown) {
    const Value answer = read(R"({"drives":[{"serial":"A1","certified":true},
        {"serial":"B2","certified":false,"second_check":true}]})");
    Value rows = read(R"([{"serial":"A1","state":"erased"},{"serial":"B2","state":"erased"}])");
    BOOST_TEST(workbench::areProven(answer, {"A1", "B2"}, rows));
    BOOST_TEST(canonicalJson(rows) ==
               R"([{"serial":"A1","state":"erased"},{"serial":"B2","state":"erased"}])");
}

BOOST_AUTO_TEST_CASE(a_drive_that_the_server_does_not_believe_is_shown_with_its_reason) {
    const Value answer = read(R"({"drives":[{"serial":"a1","reason":"clear_not_accepted"},
        {"serial":"B2","certified":true}]})");
    Value rows = read(R"([{"serial":"A1","state":"erased"},{"serial":"B2","state":"erased"}])");
    BOOST_TEST(!workbench::areProven(answer, {"A1", "B2"}, rows));
    BOOST_TEST(rows.array()[0].textOr("state") == "unproven");
    BOOST_TEST(rows.array()[0].textOr("reason") == "clear_not_accepted");
    BOOST_TEST(rows.array()[1].textOr("state") == "erased");
}

BOOST_AUTO_TEST_CASE(a_drive_of_which_the_server_says_nothing_is_not_proven) {
    Value rows = read(R"([{"serial":"A1","state":"erased"}])");
    BOOST_TEST(!workbench::areProven(Value(), {"A1"}, rows));
    BOOST_TEST(rows.array()[0].textOr("reason") == "unknown");
}

BOOST_AUTO_TEST_CASE(every_reason_why_a_drive_was_left_alone_has_words_in_both_languages) {
    using namespace drivers::disks;
    for (const char* language : {"fr", "en"}) {
        std::ifstream file(std::string(REMISE_SOURCE_DIR "/server/static/strings/bench.") + language +
                           ".json");
        const auto words = wire::readJson(std::string(std::istreambuf_iterator<char>(file), {}));
        BOOST_REQUIRE(words.ok());
        for (int reason = 1; reason <= static_cast<int>(Reason::verificationFailed); ++reason) {
            const std::string key = "bench.why." + std::string(reasonName(static_cast<Reason>(reason)));
            BOOST_TEST(words->has(key), key);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
