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
    LabelStation() {
        drives.clear();
        signIn("label");
    }

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
    /// Nothing comes out before the old one, once scanned, is torn up.
    void tearUp() {
        waitUntil([&] { return card().starts_with("tear"); });
        BOOST_TEST(waiting() == 0);
        shell.work()->confirm();
    }
    void waitForPaper(std::size_t labels) {
        waitUntil([&] { return paper.printed.size() == labels && waiting() == 0; });
    }
    [[nodiscard]] std::string instead() { return shell.work()->instead()["label"].toString().toStdString(); }
};

/// The same for the drive of a machine.
struct DriveLabels : LabelStation {
    DriveLabels() {
        drives = floor_of::laptop("")["drives"].array();
        drives[0]["model"] = "Samsung SSD 970";
        drives[0]["capacity_mb"] = 500107;
        printers.keepLook("drive", *printers.placeOf("drive"));
    }

    enum Which { ofTheMachine, ofADrive };
    enum HasLabel { notYet, already };
    void choose(Which which) {
        scan(floor_of::unit);
        waitForLayout("choice");
        BOOST_TEST(card() == "which");
        shell.work()->answer(which);
    }
    void takeDrive() {
        choose(ofADrive);
        BOOST_TEST(card() == "drive");
        shell.work()->answer(0);
    }
};

/// A second printer: there before the terminal, and after it.
struct SparePrinter {
    Paper other{{.id = "spare", .maker = "Remise", .model = "Spare", .serial = {}, .language = "virtual"}};
};
struct TwoPrinters : SparePrinter, LabelStation {};

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
    tearUp();
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

BOOST_FIXTURE_TEST_CASE(the_old_label_read_twice_is_not_taken_for_the_new_one_that_is_still_in_the_printer,
                        LabelStation) {
    paper.state = PrinterState::noMedia;
    ask(damaged);
    scan(floor_of::unit);
    tearUp();
    waitUntil([&] { return refusal() == "printer_no_media"; });
    shell.settle();
    scan(floor_of::unit);
    BOOST_TEST(refusal() == "printer_away");
    BOOST_TEST(card() == "scan_back");
    BOOST_TEST(waiting() == 1);
    paper.state = PrinterState::ready;
    waitForPaper(1);
    scan(floor_of::unit);
    waitForLayout("result");
}

BOOST_FIXTURE_TEST_CASE(a_model_that_no_label_can_show_is_left_out_of_it, LabelStation) {
    Value laptop = floor_of::laptop("clean");
    laptop["model"] = "ThinkPad \U000F0000";
    laptop["drives"] = Value::Array{};
    histories[floor_of::unit] = laptop;
    replace(damaged);
    waitForPaper(1);
    const auto wanted =
        remise::labels::drawLabel("unit", Value::Object{{"code", floor_of::unit}, {"url", "http://here"}});
    BOOST_TEST((paper.labels.at(0) == *wanted));
}

BOOST_FIXTURE_TEST_CASE(the_new_label_shows_what_the_machine_is_now, LabelStation) {
    Value graded = floor_of::laptop("clean");
    graded["grade"] = "B";
    graded["drives"] = Value::Array{};
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
    BOOST_TEST(instead() == "Elle est ratée\u00a0: je l'ai déchirée");
}

BOOST_FIXTURE_TEST_CASE(a_label_that_waits_at_a_broken_printer_comes_out_of_the_one_that_a_leader_chooses,
                        TwoPrinters) {
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
    BOOST_TEST(instead() == "Elle est ratée\u00a0: je l'ai déchirée");
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
    BOOST_TEST(instead() == "Elle est ratée\u00a0: je l'ai déchirée");
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

BOOST_FIXTURE_TEST_CASE(a_machine_with_a_drive_is_asked_which_label, DriveLabels) {
    choose(ofTheMachine);
    BOOST_TEST(card() == "reason");
    shell.work()->answer(damaged);
    scan(floor_of::unit);
    tearUp();
    waitForPaper(1);
    scan(floor_of::unit);
    waitForLayout("result");
    BOOST_TEST(canonicalJson(sent.back().data) == R"({"old":"scanned","reason":"damaged"})");
}

BOOST_FIXTURE_TEST_CASE(a_drive_gets_its_first_label_with_what_is_known_of_it, DriveLabels) {
    takeDrive();
    BOOST_TEST(card() == "has_label");
    shell.work()->answer(notYet);
    waitForPaper(1);
    BOOST_TEST(card() == "scan_back_of_drive");
    const auto wanted = remise::labels::drawLabel("drive", Value::Object{{"code", floor_of::drive},
                                                                         {"serial", "S4EVNX0M"},
                                                                         {"model", "Samsung SSD 970"},
                                                                         {"capacity", 500}});
    BOOST_TEST((paper.labels.at(0) == *wanted));
    scan(floor_of::unit);
    BOOST_TEST(refusal() == "other_label");
    shell.settle();
    scan(floor_of::drive);
    waitForLayout("result");
    BOOST_TEST(sent.back().subject == floor_of::unit);
    BOOST_TEST(canonicalJson(sent.back().data) ==
               R"({"drive":")" + floor_of::drive + R"(","old":"none","reason":"first"})");
}

BOOST_FIXTURE_TEST_CASE(the_old_label_of_a_drive_is_scanned_before_the_new_one_comes_out, DriveLabels) {
    drives[0]["labelled"] = true;
    drives[0]["status"] = "certified";
    takeDrive();
    BOOST_TEST(card() == "reason", "it is known that it has one");
    shell.work()->answer(damaged);
    BOOST_TEST(card() == "old_of_drive");
    scan(floor_of::unit);
    BOOST_TEST(refusal() == "other_thing");
    shell.settle();
    BOOST_TEST(waiting() == 0);
    scan(floor_of::drive);
    tearUp();
    waitForPaper(1);
    scan(floor_of::drive);
    waitForLayout("result");
    BOOST_TEST(canonicalJson(sent.back().data) ==
               R"({"drive":")" + floor_of::drive + R"(","old":"scanned","reason":"damaged"})");
}

BOOST_FIXTURE_TEST_CASE(a_drive_gets_a_second_new_label_in_the_same_sitting, DriveLabels) {
    for (const std::size_t labels : {1U, 2U}) {
        takeDrive();
        shell.work()->answer(already);
        shell.work()->answer(damaged);
        shell.work()->takeInstead();
        waitForPaper(labels);
        scan(floor_of::drive);
        waitForLayout("result");
        shell.work()->next();
    }
}

BOOST_FIXTURE_TEST_CASE(a_lost_label_of_a_drive_is_not_printed_and_the_machine_is_put_aside, DriveLabels) {
    takeDrive();
    shell.work()->answer(already);
    shell.work()->answer(lost);
    BOOST_TEST(card() == "aside");
    shell.work()->confirm();
    waitForLayout("result");
    BOOST_TEST(sent.back().kind == "block");
    BOOST_TEST(paper.printed.empty());
}

BOOST_FIXTURE_TEST_CASE(a_drives_label_in_doubt_is_not_made_a_second_time_by_the_next, DriveLabels) {
    paper.outcome = Printed::inDoubt;
    takeDrive();
    shell.work()->answer(notYet);
    waitUntil([&] { return refusal() == "label_in_doubt"; });
    paper.outcome = Printed::yes;
    shell.settle();
    shell.change();
    signIn("label");
    takeDrive();
    shell.work()->answer(notYet);
    BOOST_TEST(waiting() == 1, "the one that may be out, and no other");
    BOOST_TEST(paper.printed.empty());
}

BOOST_AUTO_TEST_SUITE_END()
