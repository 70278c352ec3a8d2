#include "server/identity/authenticate.h"

#include <boost/test/unit_test.hpp>

#include "tests/server/identity/house.h"

using namespace remise;
using namespace remise::identity;

namespace {

struct Gate : test::House {
    Authenticator authenticator{pool, cookie, alerts};

    http::Caller callerOf(http::Request request) {
        BOOST_TEST(authenticator.authenticate(request).ok());
        return request.caller;
    }

    std::string refusalOf(http::Request request) { return test::codeOf(authenticator.authenticate(request)); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(authenticate_test, Gate)

BOOST_AUTO_TEST_CASE(without_token_or_cookie_it_is_the_public) {
    BOOST_TEST(!callerOf(request()).role);
}

BOOST_AUTO_TEST_CASE(a_terminals_token_says_which_and_where) {
    const auto enrolled = terminal("Tri");
    const auto caller = callerOf(bearing(enrolled.token));
    BOOST_TEST((caller.role == domain::Role::terminal && caller.id == enrolled.id));
    BOOST_TEST(caller.site == "nord");
    BOOST_TEST(caller.station.value() == "Tri");
    BOOST_TEST(caller.csrf.empty());
}

BOOST_AUTO_TEST_CASE(an_unknown_token_is_refused_not_taken_for_the_public) {
    BOOST_TEST(refusalOf(bearing("nonsense")) == "token_unknown");
}

BOOST_AUTO_TEST_CASE(a_retired_terminal_is_refused_once_its_memory_is_over) {
    const auto enrolled = terminal();
    callerOf(bearing(enrolled.token));
    db::retireTerminal(*pool.take(), enrolled.id);
    now += memory;
    BOOST_TEST(refusalOf(bearing(enrolled.token)) == "token_unknown");
}

BOOST_AUTO_TEST_CASE(a_session_survives_a_restart_of_the_server) {
    const auto ada = staff(domain::Role::team, "ada@example.org");
    const auto opened = openSession(pool, ada, now);
    BOOST_TEST((callerOf(withCookie(opened.token)).id == ada));
    Authenticator restarted(pool, cookie, alerts);
    auto again = withCookie(opened.token);
    BOOST_TEST(restarted.authenticate(again).ok());
    BOOST_TEST((again.caller.id == ada && again.caller.role == domain::Role::team));
    BOOST_TEST(again.caller.csrf == opened.session.csrf);
}

BOOST_AUTO_TEST_CASE(a_session_unused_for_half_a_day_is_over) {
    const auto opened = openSession(pool, staff(domain::Role::team, "ada@example.org"), now);
    now += sessionIdleLimit;
    BOOST_TEST(!callerOf(withCookie(opened.token)).role);
}

BOOST_AUTO_TEST_CASE(a_session_in_use_is_renewed_until_its_last_day) {
    const auto opened = openSession(pool, staff(domain::Role::team, "ada@example.org"), now);
    const auto end = now + sessionLimit;
    for (; now < end; now += sessionIdleLimit - 1)
        BOOST_TEST(callerOf(withCookie(opened.token)).role.has_value());
    now = end;
    BOOST_TEST(!callerOf(withCookie(opened.token)).role);
}

BOOST_AUTO_TEST_CASE(a_signed_out_session_is_over_at_once) {
    const auto opened = openSession(pool, staff(domain::Role::team, "ada@example.org"), now);
    callerOf(withCookie(opened.token));
    authenticator.signOut(withCookie(opened.token));
    BOOST_TEST(!callerOf(withCookie(opened.token)).role);
}

BOOST_AUTO_TEST_CASE(a_dismissed_persons_session_ends_within_the_memory) {
    const auto ada = staff(domain::Role::team, "ada@example.org");
    const auto opened = openSession(pool, ada, now);
    callerOf(withCookie(opened.token));
    dismiss(pool, ada, now);
    now += memory;
    BOOST_TEST(!callerOf(withCookie(opened.token)).role);
}

BOOST_AUTO_TEST_CASE(a_browsers_session_is_no_bearer_token_and_a_programs_token_no_cookie) {
    const auto ada = staff(domain::Role::team, "ada@example.org");
    const auto web = openSession(pool, ada, now);
    const auto api = openApiSession(pool, ada, now);
    BOOST_TEST(refusalOf(bearing(web.token)) == "token_unknown");
    BOOST_TEST(!callerOf(withCookie(api.token)).role);
    const auto caller = callerOf(bearing(api.token));
    BOOST_TEST((caller.id == ada && caller.csrf.empty()));
}

BOOST_AUTO_TEST_CASE(a_member_carries_the_association_they_act_for) {
    const auto association = domain::Uuid::v4();
    const auto member =
        prepareMember({"a@example.org", "correct horse", "Ada", "fr"}, association, now).value();
    BOOST_TEST(registerMember(*pool.take(), member).ok());
    const auto caller = callerOf(withCookie(openSession(pool, member.id, now).token));
    BOOST_TEST((caller.role == domain::Role::association));
    BOOST_TEST(caller.association == association.text());
}

BOOST_AUTO_TEST_CASE(the_author_of_the_day_changes_at_midnight_and_the_lasting_one_never) {
    const auto opened = openSession(pool, staff(domain::Role::team, "ada@example.org"), now);
    now = test::House::noon + 12 * anHour - 1000;
    const auto today = callerOf(withCookie(opened.token));
    now += 1000;
    const auto tomorrow = callerOf(withCookie(opened.token));
    BOOST_TEST((today.actor != tomorrow.actor));
    BOOST_TEST((today.lastingActor == tomorrow.lastingActor));
    BOOST_TEST((today.actor != today.lastingActor && today.lastingActor != today.id));
}

BOOST_AUTO_TEST_CASE(a_station_that_is_not_the_terminals_is_refused) {
    const auto bench = callerOf(bearing(terminal("Tri").token));
    BOOST_TEST(stationFor(bench, "Tri").value() == "Tri");
    BOOST_TEST(stationFor(bench, "").value() == "Tri");
    BOOST_TEST(test::codeOf(stationFor(bench, "Emballage")) == "station_not_here");
    const auto demo = callerOf(bearing(terminal().token));
    BOOST_TEST(stationFor(demo, "anything").value() == "anything");
}

BOOST_AUTO_TEST_SUITE_END()
