#include "server/identity/terminal_api.h"

#include <boost/test/unit_test.hpp>

#include "server/identity/rights.h"
#include "server/wire/json.h"
#include "tests/server/identity/house.h"

using namespace remise;
using namespace remise::identity;

namespace {

struct Api : test::House {
    Authenticator authenticator{pool, cookie, alerts};
    Badges badges{pool, secret};
    http::Router router{
        {[this](http::Request& request) { return authenticator.authenticate(request); }, authorise, {}, {}}};

    Api() { addTerminalRoutes(router, pool, secret, badges, alerts); }

    http::Reply post(const std::string& path, const std::string& body, const std::string& token = "") {
        auto asked = token.empty() ? request() : bearing(token);
        asked.method = "POST";
        asked.path = path;
        asked.headers["content-type"] = "application/json";
        asked.body = body;
        return router.dispatch(asked);
    }

    http::Reply enrol(const std::string& code) {
        return post("/api/v1/terminals", R"({"code":")" + code + R"(","name":"banc 3"})");
    }

    http::Reply scan(const std::string& badge, const std::string& token) {
        return post("/api/v1/badge", R"({"badge":")" + badge + R"("})", token);
    }
};

domain::Value bodyOf(const http::Reply& reply) {
    return wire::readJson(reply.body).value();
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(terminal_api_test, Api)

BOOST_AUTO_TEST_CASE(a_new_terminal_trades_its_code_for_a_token_and_can_sign_people_in) {
    const auto enrolled = enrol(createEnrolmentCode(pool, secret, {"nord", "Test"}, now));
    BOOST_TEST(enrolled.status == 201);
    BOOST_TEST(bodyOf(enrolled).textOr("site") == "nord");
    BOOST_TEST(bodyOf(enrolled).textOr("station") == "Test");
    const auto made = worker(domain::Role::leader);
    const auto greeted = scan(made.badge, bodyOf(enrolled).textOr("token"));
    BOOST_TEST(greeted.status == 200);
    BOOST_TEST((bodyOf(greeted) ==
                domain::Value::Object{{"name", made.name}, {"role", "leader"}, {"language", "fr"}}));
}

BOOST_AUTO_TEST_CASE(a_code_that_was_used_is_told_so) {
    const auto code = createEnrolmentCode(pool, secret, {"nord", {}}, now);
    BOOST_TEST(enrol(code).status == 201);
    const auto again = enrol(code);
    BOOST_TEST(again.status == 410);
    BOOST_TEST(bodyOf(again).textOr("code") == "enrolment_used");
}

BOOST_AUTO_TEST_CASE(a_badge_is_worth_nothing_without_a_terminal) {
    const auto made = worker();
    BOOST_TEST(scan(made.badge, "").status == 401);
    const auto api = openApiSession(pool, staff(domain::Role::admin, "ada@example.org"), now);
    BOOST_TEST(scan(made.badge, api.token).status == 403);
}

BOOST_AUTO_TEST_CASE(a_badge_that_is_refused_says_why) {
    const auto token = terminal().token;
    const auto lost = worker();
    revokeBadges(pool, lost.person, now);
    const std::pair<std::string, std::string> cases[] = {
        {"BCDFGHJR", "not_a_badge"},
        {newBadge(), "badge_unknown"},
        {lost.badge, "badge_revoked"},
        {worker(domain::Role::worker, "sud").badge, "badge_not_here"}};
    for (const auto& [badge, code] : cases) {
        const auto reply = scan(badge, token);
        BOOST_TEST(bodyOf(reply).textOr("code") == code);
        BOOST_TEST(!bodyOf(reply).textOr("detail").empty());
    }
}

BOOST_AUTO_TEST_CASE(what_is_not_the_expected_json_is_refused) {
    const auto token = terminal().token;
    for (const std::string body : {"", "[]", "{}", R"({"badge":7})", R"({"badge":null})", "{"}) {
        const auto reply = post("/api/v1/badge", body, token);
        BOOST_TEST(reply.status == 400, body);
    }
    BOOST_TEST(post("/api/v1/terminals", R"({"code":"BCDF"})").status == 400);
}

BOOST_AUTO_TEST_SUITE_END()
