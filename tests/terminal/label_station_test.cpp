#include <boost/test/unit_test.hpp>

#include "labels/label.h"
#include "tests/terminal/workbench.h"

using remise::domain::Value;
using remise::drivers::Printed;
using remise::drivers::PrinterState;

namespace {

enum Reason { damaged, unreadable, doubtful, lost };

/// The station where labels are printed again.
struct LabelStation : Workbench {
    LabelStation() { signIn("label"); }

    void ask(Reason reason) {
        scan(floor_of::unit);
        waitForLayout("choice");
        shell.work()->answer(reason);
    }
    /// To the card that waits for the new label on its machine.
    void replace(Reason reason) {
        ask(reason);
        shell.work()->takeInstead();
        BOOST_TEST(card() == "scan_back");
    }
    void waitForPaper(std::size_t labels) {
        waitUntil([&] { return paper.printed.size() == labels && waiting() == 0; });
    }
    [[nodiscard]] std::string instead() { return shell.work()->instead()["label"].toString().toStdString(); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(label_station_test)

BOOST_FIXTURE_TEST_CASE(a_damaged_label_comes_out_again_once_the_old_one_was_scanned, LabelStation) {
    ask(damaged);
    BOOST_TEST(card() == "old");
    scan(floor_of::otherUnit);
    BOOST_TEST(refusal() == "other_unit");
    shell.settle();
    BOOST_TEST(waiting() == 0);
    scan(floor_of::unit);
    waitForPaper(1);
    BOOST_TEST(paper.printed[0] == floor_of::unit);
    scan(floor_of::unit);
    waitForLayout("result");
    BOOST_TEST(sent.back().kind == "relabel");
    BOOST_TEST(sent.back().subject == floor_of::unit);
    BOOST_TEST(canonicalJson(sent.back().data) == R"({"old":"scanned","reason":"damaged"})");
}

BOOST_FIXTURE_TEST_CASE(a_label_that_nothing_reads_is_declared_destroyed_by_touch, LabelStation) {
    ask(unreadable);
    BOOST_TEST(instead() == "Je l'ai détruite");
    shell.work()->takeInstead();
    waitForPaper(1);
    scan(floor_of::unit);
    waitForLayout("result");
    BOOST_TEST(canonicalJson(sent.back().data) == R"({"old":"destroyed","reason":"unreadable"})");
}

BOOST_FIXTURE_TEST_CASE(the_new_label_shows_what_the_machine_is_now, LabelStation) {
    Value graded = floor_of::laptop("clean");
    graded["grade"] = "B";
    histories[floor_of::unit] = graded;
    replace(damaged);
    waitForPaper(1);
    const auto wanted = remise::labels::drawLabel("unit", Value::Object{{"code", floor_of::unit},
                                                                        {"url", "http://here"},
                                                                        {"maker", "Lenovo"},
                                                                        {"model", "ThinkPad T480"},
                                                                        {"grade", "B"}});
    BOOST_TEST((paper.labels.at(0) == *wanted));
}

BOOST_FIXTURE_TEST_CASE(a_lost_label_is_not_printed_and_its_machine_is_put_aside, LabelStation) {
    ask(lost);
    BOOST_TEST(card() == "aside");
    shell.work()->confirm();
    waitForLayout("result");
    BOOST_TEST(sent.back().kind == "block");
    BOOST_TEST(sent.back().data.textOr("reason") == "label_lost");
    BOOST_TEST(paper.printed.empty());
    BOOST_TEST(waiting() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_label_on_its_way_is_not_made_a_second_time, LabelStation) {
    paper.state = PrinterState::noMedia;
    replace(damaged);
    waitUntil([&] { return refusal() == "printer_no_media"; });
    shell.settle();
    BOOST_TEST(instead() == "");
    shell.work()->takeInstead();
    BOOST_TEST(waiting() == 1);
    paper.state = PrinterState::ready;
    waitForPaper(1);
    BOOST_TEST(instead() == "Je l'ai détruite");
}

BOOST_FIXTURE_TEST_CASE(a_label_that_waits_at_a_broken_printer_comes_out_of_the_one_that_a_leader_chooses,
                        LabelStation) {
    Paper other({.id = "spare", .maker = "Remise", .model = "Spare", .serial = {}, .language = "virtual"});
    plugged = {&paper, &other};
    printers.lookAround();
    waitUntil([&] { return printers.known().size() == 2; });
    paper.state = PrinterState::headFault;
    replace(damaged);
    waitUntil([&] { return refusal() == "printer_head"; });
    shell.settle();
    printers.choose("unit", {"spare", remise::labels::papersOf("unit").front()});
    waitUntil([&] { return other.labels.size() == 1 && waiting() == 0; });
    scan(floor_of::unit);
    waitForLayout("result");
    BOOST_TEST(sent.back().kind == "relabel");
    BOOST_TEST(paper.labels.empty(), "there is one such label, and no other");
    plugged.clear();
    printers.lookAround();
}

BOOST_FIXTURE_TEST_CASE(a_new_label_in_doubt_comes_out_again_only_when_it_is_declared_destroyed,
                        LabelStation) {
    paper.outcome = Printed::inDoubt;
    replace(damaged);
    waitUntil([&] { return refusal() == "label_in_doubt"; });
    paper.outcome = Printed::yes;
    shell.settle();
    BOOST_TEST(paper.printed.empty());
    BOOST_TEST(instead() == "Je l'ai détruite");
    shell.work()->takeInstead();
    waitForPaper(1);
    BOOST_TEST(paper.printed[0] == floor_of::unit);
    scan(floor_of::unit);
    waitForLayout("result");
    BOOST_TEST(sent.back().kind == "relabel");
}

BOOST_FIXTURE_TEST_CASE(a_label_in_doubt_that_its_worker_left_is_not_made_a_second_time_by_the_next,
                        LabelStation) {
    paper.outcome = Printed::inDoubt;
    replace(damaged);
    waitUntil([&] { return refusal() == "label_in_doubt"; });
    paper.outcome = Printed::yes;
    shell.settle();
    shell.change();
    signIn("label");
    replace(damaged);
    BOOST_TEST(waiting() == 1, "the one that may be out, and no other");
    if (refusal() == "label_in_doubt") shell.settle();
    BOOST_TEST(instead() == "Je l'ai détruite");
    shell.work()->takeInstead();
    waitForPaper(1);
    scan(floor_of::unit);
    waitForLayout("result");
    BOOST_TEST(waiting() == 0);
    BOOST_TEST(paper.printed.size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(nothing_is_taken_back_while_a_new_label_is_not_on_its_machine, LabelStation) {
    replace(damaged);
    waitForPaper(1);
    shell.undo();
    BOOST_TEST(refusal() == "label_not_scanned");
    BOOST_TEST(card() == "scan_back");
}

BOOST_FIXTURE_TEST_CASE(what_has_left_the_house_gets_no_label, LabelStation) {
    Value gone = floor_of::laptop("");
    gone["stage"] = "shipped";
    histories[floor_of::unit] = gone;
    scan(floor_of::unit);
    waitUntil([&] { return refusal() == "waits_elsewhere"; });
    BOOST_TEST(card() == "unit");
}

BOOST_FIXTURE_TEST_CASE(a_code_that_no_scanner_reads_is_typed_by_its_letters, LabelStation) {
    BOOST_TEST(shell.work()->canType());
    shell.work()->typeCode();
    BOOST_TEST(layout() == "letters");
    for (const char letter : floor_of::unit)
        shell.work()->press(QString(QChar(letter)));
    shell.work()->press("B");  // there is no room for a ninth
    shell.work()->press("back");
    BOOST_TEST(!shell.work()->canConfirm());
    shell.work()->press(QString(QChar(floor_of::unit.back())));
    BOOST_TEST(shell.work()->canConfirm());
    shell.work()->confirm();
    waitForLayout("choice");
    BOOST_TEST(card() == "reason");
}

BOOST_FIXTURE_TEST_CASE(a_wrong_letter_is_told_and_can_be_mended, LabelStation) {
    shell.work()->typeCode();
    std::string slipped = floor_of::unit;
    slipped[3] = slipped[3] == 'B' ? 'C' : 'B';
    for (const char letter : slipped)
        shell.work()->press(QString(QChar(letter)));
    shell.work()->confirm();
    BOOST_TEST(refusal() == "scan_damaged");
    shell.settle();
    BOOST_TEST(layout() == "letters");
    BOOST_TEST(shell.work()->typed().toStdString() == slipped);
}

BOOST_AUTO_TEST_SUITE_END()
