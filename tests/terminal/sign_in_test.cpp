#include <boost/test/unit_test.hpp>

#include "tests/terminal/workbench.h"

using remise::domain::Value;

namespace {

/// A floor where the answers about badges come when the test says so.
struct SlowBadges : Workbench {
    SlowBadges() {
        signIn("sorting");
        scan(floor_of::unit);
        waitForLayout("choice");
        server.holdsBack = questionsTo("/api/v1/badge");
    }
    void show(const std::string& badge) {
        const std::size_t before = server.held();
        scan(badge);
        waitUntil([&] { return server.held() == before + 1; });
    }
    [[nodiscard]] std::string worker() const { return shell.worker().toStdString(); }
    [[nodiscard]] std::string complaint() const { return shell.refusal()["code"].toString().toStdString(); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(sign_in_test)

BOOST_FIXTURE_TEST_CASE(nothing_is_done_in_anybodys_name_while_another_badge_is_checked, SlowBadges) {
    show(floor_of::otherBadge);
    BOOST_TEST(shell.isChecking());
    BOOST_TEST(layout() == "wait");
    for (int touch = 0; touch < 3; ++touch)
        shell.work()->answer(0);
    BOOST_TEST(card() == "battery");
    BOOST_TEST(sent.empty());
    server.release();
    waitUntil([&] { return worker() == "martinet"; });
    BOOST_TEST(layout() == "scan");
}

BOOST_FIXTURE_TEST_CASE(a_scan_while_the_badge_is_checked_is_the_new_persons, SlowBadges) {
    show(floor_of::otherBadge);
    scan(floor_of::otherUnit);
    BOOST_TEST(layout() == "wait");
    server.release();
    waitForLayout("choice");
    for (int answers = 0; answers < 3; ++answers)
        shell.work()->answer(0);
    waitForLayout("result");
    BOOST_TEST(sent.at(0).worker == floor_of::otherBadge);
    BOOST_TEST(sent.at(0).subject == floor_of::otherUnit);
}

BOOST_FIXTURE_TEST_CASE(of_two_badges_the_last_one_shown_works, SlowBadges) {
    show(floor_of::otherBadge);
    show(floor_of::strangersBadge);
    server.release(1);
    waitUntil([&] { return complaint() == "badge_unknown"; });
    server.release(0);
    scan(floor_of::badge);
    waitUntil([&] { return server.held() == 1; });
    server.release();
    waitUntil([&] { return worker() == "hirondelle"; });
    BOOST_TEST(complaint() == "");
}

BOOST_FIXTURE_TEST_CASE(an_answer_about_somebody_who_has_left_signs_nobody_in, SlowBadges) {
    show(floor_of::otherBadge);
    shell.undo();
    BOOST_TEST(shell.screen().toStdString() == "signIn");
    server.release();
    server.holdsBack = questionsTo("nothing");
    scan(floor_of::strangersBadge);
    waitUntil([&] { return complaint() == "badge_unknown"; });
    BOOST_TEST(worker() == "");
}

BOOST_FIXTURE_TEST_CASE(a_badge_that_is_refused_leaves_nobody_signed_in, SlowBadges) {
    show(floor_of::strangersBadge);
    server.release();
    waitUntil([&] { return complaint() == "badge_unknown"; });
    BOOST_TEST(shell.screen().toStdString() == "signIn");
    scan(floor_of::unit);
    BOOST_TEST(complaint() == "badge_first");
    show(floor_of::badge);
    server.release();
    waitUntil([&] { return worker() == "hirondelle"; });
    BOOST_TEST(card() == "battery", "the work in hand waited for its own badge");
}

BOOST_FIXTURE_TEST_CASE(a_unit_that_was_looked_up_for_one_person_is_not_taken_while_anothers_badge_is_checked,
                        SlowBadges) {
    shell.openStation("sorting");
    server.holdsBack = [](const auto& asked) {
        return asked.path.starts_with("/api/v1/badge") || asked.path.starts_with("/api/v1/units/");
    };
    scan(floor_of::unit);
    waitUntil([&] { return server.held() == 1; });
    scan(floor_of::otherUnit);  // held: heard once the first is there
    scan(floor_of::strangersBadge);
    waitUntil([&] { return server.held() == 2; });
    server.release(0);
    server.release(0);
    waitUntil([&] { return complaint() == "badge_unknown"; });
    server.holdsBack = questionsTo("nothing");
    scan(floor_of::badge);
    waitUntil([&] { return worker() == "hirondelle"; });
    BOOST_TEST(card() == "unit", "it is scanned again by who is known to be here");
    BOOST_TEST(layout() == "scan");
    BOOST_TEST(std::ranges::count(server.asked, "/api/v1/units/" + floor_of::otherUnit,
                                  &SmallServer::Asked::path) == 0);
}

BOOST_FIXTURE_TEST_CASE(a_list_that_was_asked_for_comes_when_the_same_person_is_back, Workbench) {
    Value line;
    line["code"] = floor_of::unit;
    line["model"] = "ThinkPad T480";
    line["location"] = floor_of::shelf;
    picks.push_back(line);
    server.holdsBack = questionsTo("/api/v1/pick-list");
    signIn("picking");
    waitUntil([&] { return server.held() == 1; });
    shell.change();
    shell.change();
    BOOST_TEST(shell.screen().toStdString() == "signIn");
    server.holdsBack = questionsTo("nothing");
    server.release();
    scan(floor_of::badge);
    waitUntil([&] { return shell.screen() == "stations"; });
    shell.openStation("picking");
    waitUntil([&] { return !shell.work()->answers().isEmpty(); });
}

BOOST_FIXTURE_TEST_CASE(ones_own_badge_again_stops_no_work, SlowBadges) {
    show(floor_of::badge);
    BOOST_TEST(!shell.isChecking());
    shell.work()->answer(0);
    BOOST_TEST(card() == "locked");
}

BOOST_AUTO_TEST_SUITE_END()
