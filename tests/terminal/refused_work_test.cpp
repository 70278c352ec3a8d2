#include <boost/test/unit_test.hpp>

#include "terminal/scan_rules.h"
#include "tests/terminal/sent_work.h"
#include "tests/terminal/workbench.h"

using remise::terminal::groupedCode;

namespace {

/// Two laptops go through sorting before the server has answered for the first.
struct TwoInARow : Workbench {
    TwoInARow() {
        signIn("sorting");
        server.holdsBack = questionsTo("/api/v1/commands");
        sortUnit(floor_of::unit);
        waitUntil([&] { return server.held() == 1; });
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(refused_work_test)

BOOST_FIXTURE_TEST_CASE(what_the_server_refuses_is_not_saved_and_can_be_answered_again, Workbench) {
    refuses = "unknown_category";
    signIn("sorting");
    sortUnit();
    waitForLayout("refusal");
    BOOST_TEST(refusal() == "unknown_category");
    shell.undo();
    BOOST_TEST(card() == "verdict");
    refuses.clear();
    shell.work()->answer(2);
    waitForLayout("result");
    BOOST_TEST(sent.back().data.textOr("verdict") == "recycle");
}

BOOST_FIXTURE_TEST_CASE(a_refusal_that_was_understood_keeps_the_answers, Workbench) {
    refuses = "unknown_category";
    signIn("sorting");
    sortUnit();
    waitForLayout("refusal");
    shell.settle();
    BOOST_TEST(card() == "verdict");
    refuses.clear();
    shell.work()->answer(2);
    waitForLayout("result");
    BOOST_TEST(sent.back().data.textOr("battery") == "ok");
}

BOOST_FIXTURE_TEST_CASE(beginning_anew_after_a_refusal_is_a_touch_of_its_own, Workbench) {
    refuses = "unknown_category";
    signIn("sorting");
    sortUnit();
    waitForLayout("refusal");
    BOOST_TEST(!shell.work()->refusal()["again"].toString().isEmpty());
    shell.work()->beginAnew();
    BOOST_TEST(card() == "unit");
    BOOST_TEST(refusal() == "");
}

BOOST_FIXTURE_TEST_CASE(the_right_scan_after_a_refusal_answers_the_last_card, Workbench) {
    refuses = "wrong_stage";
    next = "ship";
    signIn("shipping");
    scan(floor_of::unit);
    waitForLayout("choice");
    shell.work()->answer(0);
    scan("8N00000000012");
    waitForLayout("refusal");
    refuses.clear();
    scan("8N00000000029");
    waitForLayout("result");
    BOOST_TEST(sent.back().data.textOr("tracking") == "8N00000000029");
}

BOOST_FIXTURE_TEST_CASE(a_late_refusal_stays_until_it_is_touched, TwoInARow) {
    refusals[floor_of::unit] = "wrong_stage";
    scan(floor_of::otherUnit);
    server.release();
    waitForLayout("refusal");
    BOOST_TEST(refusalText().starts_with(groupedCode(floor_of::unit)), refusalText());
    waitUntil([&] { return card() == "battery"; });
    shell.work()->answer(0);
    BOOST_TEST(refusal() == "wrong_stage", "an answer does not hide it");
    shell.settle();
    BOOST_TEST(refusal() == "");
    BOOST_TEST(card() == "locked");
}

BOOST_FIXTURE_TEST_CASE(two_late_refusals_are_told_one_after_the_other, TwoInARow) {
    refuses = "wrong_stage";
    sortUnit(floor_of::otherUnit);
    scan(floor_of::unit);
    server.holdsBack = [](const auto&) { return false; };
    server.release();
    waitForLayout("refusal");
    waitUntil([&] { return shell.waiting() == 0; });
    const std::string first = refusalText();
    shell.settle();
    BOOST_TEST(refusal() == "wrong_stage");
    BOOST_TEST(refusalText() != first);
    shell.settle();
    BOOST_TEST(refusal() == "");
}

BOOST_FIXTURE_TEST_CASE(undo_after_a_late_refusal_takes_nothing_older_back, TwoInARow) {
    refusals[floor_of::unit] = "wrong_stage";
    scan(floor_of::otherUnit);
    server.release();
    waitForLayout("refusal");
    shell.settle();
    waitForLayout("choice");
    shell.undo();
    shell.undo();
    BOOST_TEST(refusal() == "nothing_answered");
    BOOST_TEST(std::ranges::count(sent, "undo", &remise::domain::Command::kind) == 0);
}

BOOST_FIXTURE_TEST_CASE(keep_it_here_is_over_when_the_server_has_answered, Workbench) {
    next = "ship";
    signIn("shipping");
    scan(floor_of::unit);
    waitForLayout("choice");
    shell.work()->answer(0);
    server.holdsBack = questionsTo("/api/v1/commands");
    scan("8N00000000012");
    waitUntil([&] { return server.held() == 1; });
    scan(floor_of::otherUnit);
    BOOST_TEST(refusal() == "keep_here");
    server.release();
    waitForLayout("result");
    BOOST_TEST(refusal() == "");
}

BOOST_FIXTURE_TEST_CASE(a_refusal_that_no_screen_knows_of_goes_to_the_leader, Workbench) {
    refuses = "wrong_stage";
    const auto command = sent_work::clean(floor_of::unit);
    BOOST_REQUIRE(outbox.add({command}).ok());
    waitUntil([&] { return !sent.empty() && sent.back().isLate; });
    BOOST_TEST((sent.back().id == command.id));
}

BOOST_FIXTURE_TEST_CASE(an_undo_that_is_refused_when_its_person_has_left_goes_to_the_leader, Workbench) {
    signIn("sorting");
    sortUnit();
    waitForLayout("result");
    refuses = "not_undoable";
    shell.undo();
    waitForLayout("refusal");
    shell.change();
    shell.change();
    BOOST_TEST(shell.screen().toStdString() == "signIn");
    waitUntil([&] { return sent.back().isLate; });
    BOOST_TEST(sent.back().kind == "undo");
    waitUntil([&] { return shell.waiting() == 0; });
}

BOOST_FIXTURE_TEST_CASE(an_undo_that_is_refused_leaves_the_unit_as_it_was_saved, Workbench) {
    signIn("sorting");
    sortUnit();
    waitForLayout("result");
    refuses = "not_undoable";
    shell.undo();
    waitForLayout("refusal");
    shell.settle();
    BOOST_TEST(layout() == "result");
    BOOST_TEST(shell.work()->result()["title"].toString().toStdString() == "C'est enregistré");
}

BOOST_AUTO_TEST_SUITE_END()
