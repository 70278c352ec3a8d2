#include <boost/test/unit_test.hpp>

#include "tests/terminal/workbench.h"

BOOST_AUTO_TEST_SUITE(reception_test)

BOOST_FIXTURE_TEST_CASE(undo_after_a_label_goes_back_before_it_and_prints_nothing, Workbench) {
    receiveUntilLabel();
    BOOST_TEST(card() == "scan_back");
    shell.undo();
    BOOST_TEST(card() == "serial");
    shell.undo();
    BOOST_TEST(card() == "category");
    shell.work()->answer(1);
    scan("S/N: PF0ABCDF");
    BOOST_TEST(card() == "scan_back");
    BOOST_TEST(paper.printed.size() == 1);
    scan(floor_of::otherUnit);
    waitForLayout("result");
    BOOST_TEST(sent.back().kind == "receive");
    BOOST_TEST(sent.back().subject == floor_of::otherUnit);
    BOOST_TEST(sent.back().data.textOr("category") == "desktop");
}

BOOST_FIXTURE_TEST_CASE(a_damaged_label_is_replaced_at_a_touch_by_one_with_another_code, Workbench) {
    waitUntil([&] { return !server.asked.empty(); });  // the first code is given
    codes = {floor_of::thirdUnit};
    receiveUntilLabel();
    BOOST_TEST(shell.work()->instead()["label"].toString().toStdString() == "Imprimer encore");
    shell.work()->takeInstead();
    waitUntil([&] { return paper.printed.size() == 2; });
    BOOST_TEST(paper.printed[0] == floor_of::otherUnit);
    BOOST_TEST(paper.printed[1] != floor_of::otherUnit);
    BOOST_TEST(card() == "scan_back");
    scan(floor_of::otherUnit);
    BOOST_TEST(refusal() == "other_label");
    shell.settle();
    scan(paper.printed[1]);
    waitForLayout("result");
    BOOST_TEST(sent.back().subject == paper.printed[1]);
}

BOOST_FIXTURE_TEST_CASE(an_empty_roll_is_told_where_the_label_is_waited_for_and_goes_by_itself, Workbench) {
    paper.state = remise::drivers::PrinterState::noMedia;
    receiveUntilTrouble("printer_no_media");
    BOOST_TEST(paper.printed.empty());
    paper.state = remise::drivers::PrinterState::ready;
    waitForLayout("scan");
    waitUntil([&] { return paper.printed.size() == 1; });
    scan(paper.printed[0]);
    waitForLayout("result");
}

BOOST_FIXTURE_TEST_CASE(a_label_in_doubt_is_scanned_or_replaced_by_one_with_another_code, Workbench) {
    paper.outcome = remise::drivers::Printed::inDoubt;
    receiveUntilTrouble("label_in_doubt");
    paper.outcome = remise::drivers::Printed::yes;
    BOOST_TEST(shell.work()->instead()["label"].toString().toStdString() ==
               "Elle est ratée\u00a0: je l'ai déchirée");
    scan(floor_of::otherUnit);  // it had come out
    waitForLayout("result");
    BOOST_TEST(sent.back().subject == floor_of::otherUnit);
    BOOST_TEST(paper.printed.empty());
}

BOOST_FIXTURE_TEST_CASE(a_refused_machine_keeps_its_label, Workbench) {
    refuses = "unknown_code";
    receiveUntilLabel();
    scan(floor_of::otherUnit);
    waitForLayout("refusal");
    shell.settle();
    BOOST_TEST(card() == "scan_back");
    scan(floor_of::otherUnit);
    waitForLayout("refusal");
    shell.work()->beginAnew();
    refuses.clear();
    BOOST_TEST(card() == "basis", "a wrong cage can be set right");
    for (int answer = 0; answer < 3; ++answer)
        shell.work()->answer(answer == 2 ? 1 : 0);
    scan("LOT-2026-12");
    shell.work()->answer(0);
    scan("S/N: PF0ABCDE");
    BOOST_TEST(card() == "scan_back");
    BOOST_TEST(paper.printed.size() == 1);
    scan(floor_of::otherUnit);
    waitForLayout("result");
    BOOST_TEST(sent.back().subject == floor_of::otherUnit);
    BOOST_TEST(sent.back().data.textOr("lot") == "LOT-2026-12");
}

BOOST_FIXTURE_TEST_CASE(a_label_left_behind_is_not_given_to_the_machine_of_who_comes_next, Workbench) {
    waitUntil([&] { return !server.asked.empty(); });  // the first code is given
    codes.clear();
    for (std::uint64_t number = 100; number < 110; ++number)
        codes.push_back(floor_of::code(floor_of::CodeKind::unit, number));
    receiveUntilLabel();
    BOOST_TEST(paper.printed.size() == 1);
    shell.openStation("reception");
    for (int answer = 0; answer < 3; ++answer)
        shell.work()->answer(answer == 2 ? 1 : 0);
    scan("LOT-2026-11");
    waitUntil([&] {
        if (card() == "category" && layout() == "choice") shell.work()->answer(0);
        if (card() == "serial" && layout() == "scan") shell.work()->answer(0);
        if (shell.work()->layout() == "refusal") shell.settle();
        return paper.printed.size() == 2;
    });
    BOOST_TEST(card() == "scan_back");
    BOOST_TEST(paper.printed[1] != paper.printed[0], "a label with a code of its own comes out");
}

BOOST_AUTO_TEST_SUITE_END()
