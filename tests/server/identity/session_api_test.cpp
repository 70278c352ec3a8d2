#include "server/identity/session_api.h"

#include <boost/test/unit_test.hpp>

#include "server/wire/json.h"
#include "tests/server/identity/house.h"

using namespace remise;
using namespace remise::identity;

namespace {

struct Programs : test::House {
    http::Router router{http::noGuards()};
    Authenticator authenticator{pool, cookie, alerts};

    Programs() { addSessionRoutes(router, pool, secret); }

    http::Reply ask(const std::string& body) {
        auto made = request("POST", "/api/v1/sessions");
        made.body = body;
        return router.dispatch(made);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(session_api_test, Programs)

BOOST_AUTO_TEST_CASE(an_account_gets_a_token_that_works_for_twelve_hours) {
    const auto ada = staff(domain::Role::team, "ada@example.org");
    const auto reply = ask(R"({"email":" Ada@example.org","password":"correct horse"})");
    BOOST_REQUIRE(reply.status == 201);
    const auto session = wire::readJson(reply.body).value();
    BOOST_TEST(session.textOr("role") == "team");
    BOOST_TEST(session.textOr("expires_at") == domain::formatTime(now + 12 * anHour));
    auto asking = bearing(session.textOr("token"));
    BOOST_REQUIRE(authenticator.authenticate(asking).ok());
    BOOST_TEST((asking.caller.id == ada && asking.caller.csrf.empty()));
    now += 12 * anHour;
    asking = bearing(session.textOr("token"));
    BOOST_TEST(test::codeOf(authenticator.authenticate(asking)) == "token_unknown");
}

BOOST_AUTO_TEST_CASE(a_wrong_password_and_an_unknown_address_get_the_same_answer_and_count_as_tries) {
    staff(domain::Role::team, "ada@example.org");
    const auto codeFor = [&](const std::string& email) {
        const auto reply = ask(R"({"email":")" + email + R"(","password":"wrong horse"})");
        return reply.refusal ? std::string(reply.refusal->code()) : std::to_string(reply.status);
    };
    BOOST_TEST(codeFor("nobody@example.org") == "sign_in_failed");
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(codeFor("ada@example.org") == "sign_in_failed");
    BOOST_TEST(codeFor("ada@example.org") == "too_many_tries");
}

BOOST_AUTO_TEST_CASE(a_body_without_both_is_refused_for_its_shape) {
    for (const char* body : {"[]", "{}", R"({"email":"ada@example.org"})", R"({"email":7,"password":"x"})"})
        BOOST_TEST(ask(body).status == 400, body);
}

BOOST_AUTO_TEST_SUITE_END()
