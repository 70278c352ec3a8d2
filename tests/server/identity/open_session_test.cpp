#include "server/identity/open_session.h"

#include <boost/test/unit_test.hpp>

#include "tests/server/identity/house.h"

using namespace remise;
using namespace remise::identity;

namespace {

struct Accounts : test::House {
    domain::Uuid ada = staff(domain::Role::team, "ada@example.org", "correct horse");

    domain::Outcome<db::Person> check(const std::string& email, const std::string& password) {
        return checkAccount(pool, secret, email, password, "192.0.2.7", now);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(open_session_test, Accounts)

BOOST_AUTO_TEST_CASE(the_right_password_tells_who_it_is) {
    BOOST_TEST((check("Ada@example.org", "correct horse")->id == ada));
}

BOOST_AUTO_TEST_CASE(wrong_password_and_unknown_address_answer_alike) {
    const auto wrong = check("ada@example.org", "wrong horse");
    const auto unknown = check("grace@example.org", "correct horse");
    const auto malformed = check("ada", "correct horse");
    for (const auto* answer : {&wrong, &unknown, &malformed}) {
        BOOST_TEST(test::codeOf(*answer) == "sign_in_failed");
        BOOST_TEST(answer->refusal().details().empty());
    }
}

BOOST_AUTO_TEST_CASE(the_sixth_wrong_password_is_refused_even_if_it_is_right) {
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(test::codeOf(check("ada@example.org", "wrong horse")) == "sign_in_failed");
    BOOST_TEST(test::codeOf(check("ada@example.org", "correct horse")) == "too_many_tries");
    now += 15 * aMinute;
    BOOST_TEST(check("ada@example.org", "correct horse").ok());
}

BOOST_AUTO_TEST_CASE(an_unknown_address_is_limited_just_the_same) {
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(test::codeOf(check("grace@example.org", "a guess")) == "sign_in_failed");
    BOOST_TEST(test::codeOf(check("grace@example.org", "a guess")) == "too_many_tries");
}

BOOST_AUTO_TEST_CASE(who_was_dismissed_is_as_unknown) {
    dismiss(pool, ada, now);
    BOOST_TEST(test::codeOf(check("ada@example.org", "correct horse")) == "sign_in_failed");
}

BOOST_AUTO_TEST_CASE(a_worker_without_password_cannot_sign_in_with_an_empty_one) {
    worker();
    BOOST_TEST(test::codeOf(check("", "")) == "sign_in_failed");
}

BOOST_AUTO_TEST_CASE(two_sessions_of_one_person_share_neither_token_nor_form_token) {
    const auto one = openSession(pool, ada, now), other = openSession(pool, ada, now);
    BOOST_TEST(one.token != other.token);
    BOOST_TEST(one.session.csrf != other.session.csrf);
    BOOST_TEST(one.session.csrf != one.token);
}

BOOST_AUTO_TEST_CASE(a_session_lives_while_it_is_used_and_two_weeks_at_most) {
    const auto session = openSession(pool, ada, now).session;
    BOOST_TEST(session.expiresAt == now + sessionIdleLimit);
    BOOST_TEST(expiryOf(session, now + anHour) == now + anHour + sessionIdleLimit);
    BOOST_TEST(expiryOf(session, now + sessionLimit - anHour) == now + sessionLimit);
}

BOOST_AUTO_TEST_CASE(a_new_password_ends_all_sessions) {
    const auto session = openSession(pool, ada, now).session;
    BOOST_TEST(changePassword(pool, ada, "battery staple").ok());
    BOOST_TEST(!db::findSession(*pool.take(), session.tokenHash, db::SessionPurpose::web));
    BOOST_TEST(check("ada@example.org", "battery staple").ok());
}

BOOST_AUTO_TEST_SUITE_END()
