#include "terminal/shell.h"

#include <boost/test/unit_test.hpp>

#include "tests/terminal/workbench.h"

using remise::domain::Value;

BOOST_AUTO_TEST_SUITE(shell_test)

BOOST_FIXTURE_TEST_CASE(a_known_badge_signs_in_and_a_scan_before_says_so, Workbench) {
    scan(floor_of::unit);
    BOOST_TEST(shell.refusal()["code"].toString().toStdString() == "badge_first");
    scan(floor_of::badge);
    waitUntil([&] { return shell.screen() == "stations"; });
    BOOST_TEST(shell.worker().toStdString() == "hirondelle");
    BOOST_TEST(shell.refusal().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(an_unknown_badge_is_told_and_nobody_is_signed_in, Workbench) {
    scan(floor_of::strangersBadge);
    waitUntil([&] { return !shell.refusal().isEmpty(); });
    BOOST_TEST(shell.refusal()["code"].toString().toStdString() == "badge_unknown");
    BOOST_TEST(shell.screen().toStdString() == "signIn");
}

BOOST_FIXTURE_TEST_CASE(a_badge_that_is_misread_is_an_unknown_badge, Workbench) {
    std::string misread = floor_of::badge;
    misread.back() = misread.back() == 'B' ? 'C' : 'B';
    scan(misread);
    BOOST_TEST(shell.refusal()["code"].toString().toStdString() == "badge_unknown");
    BOOST_TEST(shell.screen().toStdString() == "signIn");
}

BOOST_FIXTURE_TEST_CASE(the_units_scanned_last_are_known_newest_first_and_once, Workbench) {
    signIn("sorting");
    std::vector<std::string> units;
    for (std::uint64_t number = 1; number <= 4; ++number)
        units.push_back(floor_of::code(remise::domain::CodeKind::unit, number));
    for (const auto index : {0, 1, 2, 3, 2})
        scan(units[static_cast<std::size_t>(index)]);
    scan(floor_of::shelf);
    const QStringList expected{QString::fromStdString(units[2]), QString::fromStdString(units[3]),
                               QString::fromStdString(units[1])};
    BOOST_TEST((shell.scannedUnits() == expected));
}

BOOST_FIXTURE_TEST_CASE(a_line_to_pick_says_for_which_request_it_is, Workbench) {
    Value line;
    line["code"] = floor_of::unit;
    line["model"] = "ThinkPad T480";
    line["location"] = floor_of::shelf;
    line["request"] = "2026-00016";
    picks.push_back(line);
    signIn("picking");
    waitUntil([&] { return !shell.work()->answers().isEmpty(); });
    BOOST_TEST(shell.work()->answers().at(0).toMap()["label"].toString().contains("2026-00016"));
}

BOOST_FIXTURE_TEST_CASE(a_mode_card_opens_its_station, Workbench) {
    scan(floor_of::badge);
    waitUntil([&] { return shell.screen() == "stations"; });
    scan(floor_of::procedure("sorting")->modeCard);
    BOOST_TEST(shell.stationTitle().toStdString() == "Tri");
    BOOST_TEST(shell.screen().toStdString() == "work");
}

BOOST_FIXTURE_TEST_CASE(a_sorted_unit_is_sent_with_who_and_where, Workbench) {
    signIn("sorting");
    sortUnit();
    waitForLayout("result");
    BOOST_REQUIRE(sent.size() == 1);
    BOOST_TEST(sent[0].kind == "sort");
    BOOST_TEST(sent[0].worker == floor_of::badge);
    BOOST_TEST(sent[0].station == "sorting");
    BOOST_TEST(sent[0].subject == floor_of::unit);
    BOOST_TEST(shell.work()->result()["text"].toString().toStdString() == "à tester");
}

BOOST_FIXTURE_TEST_CASE(a_unit_for_another_station_is_refused_with_the_right_one_shown, Workbench) {
    next = "erase";
    signIn("sorting");
    scan(floor_of::unit);
    waitForLayout("refusal");
    BOOST_TEST(refusal() == "waits_elsewhere");
    BOOST_TEST(shell.work()->refusal()["expectedText"].toString().toStdString() == "Effacement");
    next = "sort";
    scan(floor_of::unit);
    waitForLayout("choice");
}

BOOST_FIXTURE_TEST_CASE(undo_after_the_end_takes_the_last_answer_back_on_the_server, Workbench) {
    signIn("sorting");
    sortUnit();
    waitForLayout("result");
    shell.undo();
    waitUntil([&] { return sent.size() == 2 && shell.work()->layout() == "result"; });
    BOOST_TEST(sent[1].kind == "undo");
    BOOST_TEST(sent[1].subject == floor_of::unit);
    BOOST_TEST(shell.work()->result()["title"].toString().toStdString() == "C'est annulé");
}

BOOST_FIXTURE_TEST_CASE(the_next_scan_after_a_unit_begins_the_next_unit, Workbench) {
    signIn("sorting");
    sortUnit();
    waitForLayout("result");
    scan(floor_of::unit);
    waitForLayout("choice");
    BOOST_TEST(shell.work()->card().toStdString() == "battery");
}

BOOST_FIXTURE_TEST_CASE(the_same_badge_again_keeps_the_card, Workbench) {
    signIn("sorting");
    scan(floor_of::unit);
    waitForLayout("choice");
    scan(floor_of::badge);
    waitUntil([&] { return server.asked.back().path == "/api/v1/badge"; });
    BOOST_TEST(shell.work()->card().toStdString() == "battery");
}

BOOST_AUTO_TEST_SUITE_END()
