#include "server/workshop/bench_api.h"

#include <boost/test/unit_test.hpp>

#include "tests/server/program_fixture.h"

using namespace remise;
using namespace remise::test;
using domain::Role;
using domain::Value;

namespace {

struct Benches : ProgramFixture {
    std::string report = newId();

    http::Reply speak(const std::string& state) { return post("/api/v1/benches/" + report, state); }
    Value::Array list() { return json(get("/api/v1/benches"))["benches"].array(); }
    std::string page(Role role, const std::string& language = "fr") {
        return ask({.target = "/atelier/bancs",
                    .headers = {{"Cookie", cookieOf(role)}, {"Accept-Language", language}}})
            .body;
    }
};

constexpr auto erasing =
    R"({"phase":"erasing","machine":{"maker":"LENOVO","model":"ThinkPad T480"},"drives":[)"
    R"({"serial":"S29","model":"PM951","bytes":256000000000,"medium":"ssd","state":"erasing",)"
    R"("permil":420,"bytes_per_second":212000000,"remaining_s":720,"bad_sectors":3}]})";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(bench_api_test, Benches)

BOOST_AUTO_TEST_CASE(what_a_machine_says_is_seen_by_whoever_works_there) {
    BOOST_TEST(speak(erasing).status == 200);
    const auto benches = list();
    BOOST_REQUIRE(benches.size() == 1);
    BOOST_TEST(benches[0].textOr("report") == report);
    BOOST_TEST(benches[0]["unit"].isNull());
    BOOST_TEST(!benches[0].boolOr("silent", true));
    BOOST_TEST(benches[0]["state"].textOr("phase") == "erasing");
}

BOOST_AUTO_TEST_CASE(the_last_word_counts) {
    speak(erasing);
    speak(R"({"phase":"done"})");
    BOOST_REQUIRE(list().size() == 1);
    BOOST_TEST(list()[0]["state"].textOr("phase") == "done");
}

BOOST_AUTO_TEST_CASE(the_leaders_page_shows_how_far_each_drive_is_in_both_languages) {
    speak(erasing);
    const std::string french = page(Role::leader), english = page(Role::leader, "en");
    for (const auto* words :
         {"ThinkPad T480", "PM951", "42 %", "212 Mo/s", "encore 12 min", "3 secteurs illisibles"})
        BOOST_TEST(french.find(words) != french.npos, words << " in " << french);
    BOOST_TEST(english.find("12 min left") != english.npos);
}

BOOST_AUTO_TEST_CASE(the_leaders_page_says_in_words_why_a_drive_is_not_proven) {
    speak(
        R"({"phase":"failed","needs":"leader","drives":[{"serial":"S29","bytes":256000000000,"medium":"other",)"
        R"("state":"unproven","reason":"clear_not_accepted"}]})");
    BOOST_TEST(page(Role::leader).find("Une réécriture ne suffit pas pour ce disque") != std::string::npos);
    BOOST_TEST(page(Role::leader, "en").find("An overwriting is not enough") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_machine_that_fell_silent_is_told_as_such_unless_it_was_done) {
    speak(erasing);
    const auto shown = [&] { return list().at(0).boolOr("silent", false); };
    const auto connection = database.pool().take();
    connection->prepare("UPDATE bench SET seen_at = seen_at - 60000").execute();
    BOOST_TEST(shown());
    BOOST_TEST(page(Role::leader).find("Ne répond plus") != std::string::npos);
    connection->prepare("UPDATE bench SET state = '{\"phase\":\"done\"}'").execute();
    BOOST_TEST(page(Role::leader).find("Ne répond plus") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_state_that_is_no_state_is_refused_by_its_member) {
    BOOST_TEST(codeOf(speak("[]")) == "bad_data");
    BOOST_TEST(codeOf(speak("{}")) == "missing_data");
    BOOST_TEST(codeOf(speak(R"({"phase":"sleeping"})")) == "bad_data");
    BOOST_TEST(codeOf(speak(R"({"phase":"done","worker":"Ada"})")) == "unknown_data");
    BOOST_TEST(
        codeOf(speak(R"({"phase":"done","drives":[{"medium":"ssd","state":"erasing","permil":1001}]})")) ==
        "bad_data");
    BOOST_TEST(count("bench") == 0);
}

BOOST_AUTO_TEST_CASE(only_terminals_speak_for_a_machine_and_associations_see_none) {
    BOOST_TEST(ask({.method = "POST", .target = "/api/v1/benches/" + report, .body = erasing}).status == 401);
    BOOST_TEST(ask({.method = "POST",
                    .target = "/api/v1/benches/" + report,
                    .body = erasing,
                    .token = bearerOf(Role::leader)})
                   .status == 403);
    BOOST_TEST(ask({.target = "/api/v1/benches", .token = bearerOf(Role::association)}).status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
