#include "server/impact/alert_view.h"

#include <boost/test/unit_test.hpp>

#include "tests/server/program_fixture.h"

using namespace remise;
using domain::Language;
using domain::Value;

namespace {

std::string sentence(const std::string& kind, const Value& details, Language language = Language::english) {
    static const http::Strings strings(embedded::strings());
    const auto rows =
        impact::alertView({{kind, "192.0.2.7", 3, 0, 0, canonicalJson(details)}}, strings, language);
    return rows.array().at(0).textOr("what");
}

Value skew(std::int64_t minutes) {
    return Value::Object{{"name", "banc"}, {"skew_ms", minutes * 60'000}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(alert_view_test)

BOOST_AUTO_TEST_CASE(a_clock_is_so_many_days_hours_or_minutes_ahead_or_behind) {
    BOOST_TEST(sentence("clock_skew", skew(3 * 24 * 60 - 1)).find("3 days ahead") != std::string::npos);
    BOOST_TEST(sentence("clock_skew", skew(-5 * 60)).find("5 hours behind") != std::string::npos);
    BOOST_TEST(sentence("clock_skew", skew(-90)).find("90 minutes behind") != std::string::npos);
    BOOST_TEST(sentence("clock_skew", skew(3), Language::french).find("avance de 3 minutes") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_withdrawn_terminal_is_told_by_name_and_a_forged_token_by_its_address) {
    BOOST_TEST(sentence("token_refused", Value::Object{}).find("192.0.2.7") != std::string::npos);
    BOOST_TEST(sentence("token_refused", Value::Object{{"name", "banc"}}).find("banc") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_kind_that_has_no_words_yet_is_shown_all_the_same) {
    BOOST_TEST(sentence("moon_fell", Value::Object{}) == "moon_fell · 192.0.2.7");
}

BOOST_AUTO_TEST_CASE(who_runs_the_house_reads_alerts_on_the_steering_page_and_the_team_does_not) {
    test::ProgramFixture site;
    site.ask({.target = "/api/v1/units", .token = "forged"});
    site.ask({.target = "/api/v1/alerts",
              .token = site.bearerOf(domain::Role::manager)});  // writes what is gathered
    const auto read = [&](domain::Role role) {
        return site
            .ask({.target = "/pilotage",
                  .headers = {{"Cookie", site.cookieOf(role)}, {"Accept", "text/html"}}})
            .body;
    };
    for (const auto role : {domain::Role::manager, domain::Role::admin})
        BOOST_TEST(read(role).find("127.0.0.1") != std::string::npos);
    BOOST_TEST(read(domain::Role::team).find("127.0.0.1") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
