#include "terminal/unit_work.h"

#include <boost/test/unit_test.hpp>

#include "tests/terminal/workbench.h"

using remise::domain::Value;

namespace {

Value line() {
    Value line;
    line["code"] = floor_of::unit;
    line["location"] = floor_of::shelf;
    line["location_name"] = "A-01";
    return line;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(unit_work_test)

BOOST_FIXTURE_TEST_CASE(a_scan_during_a_look_up_is_heard_after_it, Workbench) {
    signIn("sorting");
    server.holdsBack = questionsTo("/api/v1/units");
    scan(floor_of::unit);
    waitUntil([&] { return server.held() == 1; });
    scan(floor_of::otherUnit);
    BOOST_TEST(refusal() == "");
    server.release();
    waitForLayout("refusal");
    BOOST_TEST(refusal() == "answer_first");
    BOOST_TEST(card() == "battery");
}

BOOST_FIXTURE_TEST_CASE(a_shelf_scanned_before_the_list_is_there_answers_nothing_and_says_so, Workbench) {
    server.holdsBack = questionsTo("/api/v1/pick-list");
    signIn("picking");
    waitUntil([&] { return server.held() == 1; });
    scan(floor_of::shelf);
    server.release();
    waitForLayout("refusal");
    BOOST_TEST(refusal() == "not_on_list");
}

BOOST_FIXTURE_TEST_CASE(a_machine_that_is_refused_is_told_before_the_next_scan_is_heard, Workbench) {
    next = "erase";
    signIn("sorting");
    server.holdsBack = questionsTo("/api/v1/units");
    scan(floor_of::unit);
    waitUntil([&] { return server.held() == 1; });
    scan(floor_of::otherUnit);
    server.release();
    waitForLayout("refusal");
    BOOST_TEST(refusal() == "waits_elsewhere");
}

BOOST_FIXTURE_TEST_CASE(a_look_up_can_be_called_off, Workbench) {
    signIn("sorting");
    server.holdsBack = questionsTo("/api/v1/units");
    scan(floor_of::unit);
    waitUntil([&] { return server.held() == 1; });
    shell.undo();
    BOOST_TEST(layout() == "scan");
}

BOOST_FIXTURE_TEST_CASE(an_empty_list_fills_as_soon_as_there_is_something, Workbench) {
    signIn("picking");
    waitForLayout("list");
    BOOST_TEST(shell.work()->answers().isEmpty());
    BOOST_TEST(shell.work()->nothing().toStdString() == "Il n'y a rien dans la liste.");
    picks.push_back(line());
    waitUntil([&] { return !shell.work()->answers().isEmpty(); });
    shell.work()->answer(0);
    BOOST_TEST(card() == "shelf");
    BOOST_TEST(shell.work()->wanted().toStdString() == "A-01");
    BOOST_TEST(shell.work()->wantedCode().toStdString() == floor_of::shelf);
}

BOOST_FIXTURE_TEST_CASE(a_machine_without_known_drives_waits_for_its_inventory, Workbench) {
    next = "erase";
    const auto known = std::exchange(drives, {});
    signIn("erasure");
    scan(floor_of::unit);
    waitForLayout("bench");
    shell.work()->skip();
    waitForLayout("list");
    BOOST_TEST(shell.work()->nothing().contains("inventaire"));
    drives = known;
    waitUntil([&] { return !shell.work()->answers().isEmpty(); });
    shell.work()->answer(0);
    BOOST_TEST(card() == "fault");
}

BOOST_FIXTURE_TEST_CASE(a_machine_whose_drive_is_to_be_destroyed_is_the_team_leaders, Workbench) {
    next = "erase";
    drives.front()["status"] = "to_destroy";
    signIn("erasure");
    scan(floor_of::unit);
    waitForLayout("bench");
    shell.work()->skip();
    waitForLayout("list");
    BOOST_TEST(shell.work()->answers().isEmpty());
    BOOST_TEST(shell.work()->nothing().contains("encadrant"));
}

BOOST_FIXTURE_TEST_CASE(nothing_to_undo_is_said_without_a_hole, Workbench) {
    signIn("sorting");
    shell.undo();
    BOOST_TEST(refusal() == "nothing_answered");
    BOOST_TEST(refusalText() == "Il n'y a rien à annuler.");
}

BOOST_AUTO_TEST_SUITE_END()
