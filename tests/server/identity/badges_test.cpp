#include "server/identity/badges.h"

#include <boost/test/unit_test.hpp>

#include "server/identity/tries.h"
#include "tests/server/identity/house.h"

using namespace remise;
using namespace remise::identity;

namespace {

struct Floor : test::House {
    Badges badges{pool, secret};

    domain::Outcome<BadgeHolder> scan(const std::string& badge) { return badges.resolve(badge, "nord", now); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(badges_test, Floor)

BOOST_AUTO_TEST_CASE(a_badge_says_whose_it_is) {
    const auto made = worker(domain::Role::leader);
    const auto holder = scan(made.badge);
    BOOST_TEST((holder->person == made.person && holder->role == domain::Role::leader));
    BOOST_TEST(holder->name == made.name);
    BOOST_TEST(holder->language == "fr");
    BOOST_TEST((holder->actors.ofTheDay != holder->actors.lasting));
}

BOOST_AUTO_TEST_CASE(what_is_no_badge_or_nobodys_is_refused) {
    BOOST_TEST(test::codeOf(scan("BCDFGHJR")) == "not_a_badge");
    BOOST_TEST(test::codeOf(scan("")) == "not_a_badge");
    BOOST_TEST(test::codeOf(scan(newBadge())) == "badge_unknown");
}

BOOST_AUTO_TEST_CASE(a_badge_of_another_site_is_refused) {
    BOOST_TEST(test::codeOf(scan(worker(domain::Role::worker, "sud").badge)) == "badge_not_here");
}

BOOST_AUTO_TEST_CASE(a_revoked_badge_is_refused_once_its_memory_is_over) {
    const auto made = worker();
    BOOST_TEST(scan(made.badge).ok());
    BOOST_TEST(revokeBadges(pool, made.person, now) == 1u);
    now += memory;
    BOOST_TEST(test::codeOf(scan(made.badge)) == "badge_revoked");
}

BOOST_AUTO_TEST_CASE(a_new_badge_replaces_the_lost_one) {
    const auto made = worker();
    const auto fresh = issueBadge(pool, secret, made.person, now);
    BOOST_TEST(test::codeOf(scan(made.badge)) == "badge_revoked");
    BOOST_TEST((scan(fresh)->person == made.person));
}

BOOST_AUTO_TEST_CASE(a_dismissed_workers_badge_is_refused) {
    const auto made = worker();
    dismiss(pool, made.person, now);
    BOOST_TEST(test::codeOf(scan(made.badge)) == "badge_revoked");
}

BOOST_AUTO_TEST_CASE(the_author_of_the_day_is_one_for_the_day_and_another_the_day_after) {
    const auto made = worker();
    const auto morning = scan(made.badge)->actors;
    now += 6 * anHour;
    const auto evening = scan(made.badge)->actors;
    now += 12 * anHour;
    const auto tomorrow = scan(made.badge)->actors;
    BOOST_TEST((morning.ofTheDay == evening.ofTheDay && morning.ofTheDay != tomorrow.ofTheDay));
    BOOST_TEST((morning.lasting == tomorrow.lasting));
}

BOOST_AUTO_TEST_CASE(a_wrong_pin_is_refused_and_the_sixth_try_whatever_it_is) {
    const auto made = worker(domain::Role::leader);
    BOOST_TEST(badges.checkPin(made.person, made.pin, now).ok());
    for (int i = 0; i < pinTries.most; ++i)
        BOOST_TEST(test::codeOf(badges.checkPin(made.person, "wrong " + std::to_string(i), now)) ==
                   "pin_wrong");
    BOOST_TEST(test::codeOf(badges.checkPin(made.person, made.pin, now)) == "too_many_tries");
    now += pinTries.within;
    BOOST_TEST(badges.checkPin(made.person, made.pin, now).ok());
}

BOOST_AUTO_TEST_CASE(one_wrong_pin_sent_with_many_commands_is_one_try) {
    const auto made = worker(domain::Role::leader);
    for (int i = 0; i < 3 * pinTries.most; ++i)
        BOOST_TEST(test::codeOf(badges.checkPin(made.person, "wrong", now)) == "pin_wrong");
    BOOST_TEST(badges.checkPin(made.person, made.pin, now).ok());
    now += memory;
    for (int i = 0; i < pinTries.most; ++i, now += memory)
        BOOST_TEST(test::codeOf(badges.checkPin(made.person, "wrong", now)) == "pin_wrong");
    BOOST_TEST(test::codeOf(badges.checkPin(made.person, made.pin, now)) == "too_many_tries");
}

BOOST_AUTO_TEST_CASE(a_changed_pin_counts_at_once) {
    const auto made = worker();
    BOOST_TEST(test::codeOf(changePin(pool, secret, made.person, "12")) == "pin_not_valid");
    BOOST_TEST(changePin(pool, secret, made.person, "998877").ok());
    BOOST_TEST(badges.checkPin(made.person, "998877", now).ok());
    BOOST_TEST(!badges.checkPin(made.person, made.pin, now).ok());
}

BOOST_AUTO_TEST_CASE(a_second_signature_is_another_persons) {
    const auto first = worker(), second = worker(domain::Role::leader);
    const auto holder = scan(first.badge).value();
    BOOST_TEST(test::codeOf(badges.secondSignature(first.badge, first.pin, holder, now)) == "same_person");
    BOOST_TEST(test::codeOf(badges.secondSignature(second.badge, "", holder, now)) == "pin_wrong");
    BOOST_TEST((badges.secondSignature(second.badge, second.pin, holder, now)->person == second.person));
}

BOOST_AUTO_TEST_SUITE_END()
