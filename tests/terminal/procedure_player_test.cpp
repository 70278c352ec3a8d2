#include "terminal/procedure_player.h"

#include <boost/test/unit_test.hpp>

#include "server/domain/kinds.h"
#include "tests/terminal/floor.h"

using namespace remise::terminal;
using floor_of::procedure;
using remise::domain::canonicalJson;
using remise::domain::Value;

namespace {

std::string refusalOf(const remise::domain::Outcome<Heard>& heard) {
    return heard ? "" : std::string(heard.refusal().code());
}

std::string cardOf(const ProcedurePlayer& player) {
    return player.card() ? player.card()->id : "end";
}

/// Scans the unit and lets the server know it.
void begin(ProcedurePlayer& player, const std::string& next) {
    BOOST_REQUIRE(player.scan(floor_of::unit).value() == Heard::lookUp);
    BOOST_REQUIRE(player.takeUnit(floor_of::laptop(next)).ok());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(procedure_player_test)

BOOST_AUTO_TEST_CASE(the_answers_of_a_unit_become_its_command) {
    ProcedurePlayer player(procedure("sorting"));
    begin(player, "sort");
    player.choose(0);
    player.choose(0);
    player.choose(0);
    BOOST_REQUIRE(player.finished());
    const auto drafts = player.drafts();
    BOOST_REQUIRE(drafts.size() == 1);
    BOOST_TEST(drafts[0].kind == "sort");
    BOOST_TEST(drafts[0].subject == floor_of::unit);
    BOOST_TEST(canonicalJson(drafts[0].data) ==
               R"({"battery":"ok","category":"laptop","locked":false,"verdict":"keep"})");
}

BOOST_AUTO_TEST_CASE(a_unit_that_waits_for_another_step_is_sent_on_in_the_workers_words) {
    ProcedurePlayer player(procedure("test"));
    BOOST_REQUIRE(player.scan(floor_of::unit).value() == Heard::lookUp);
    const auto taken = player.takeUnit(floor_of::laptop("erase"));
    BOOST_REQUIRE(!taken);
    BOOST_TEST(taken.refusal().code() == "waits_elsewhere");
    BOOST_TEST(taken.refusal().text(remise::domain::Language::french) == "Pas ici. État : à effacer.");
    BOOST_TEST(cardOf(player) == "unit");
}

BOOST_AUTO_TEST_CASE(a_machine_of_another_kind_is_not_taken) {
    ProcedurePlayer player(procedure("test"));
    BOOST_REQUIRE(player.scan(floor_of::unit).value() == Heard::lookUp);
    Value phone = floor_of::laptop("test");
    phone["category"] = "phone";
    BOOST_TEST(player.takeUnit(phone).refusal().code() == "other_category");
}

BOOST_AUTO_TEST_CASE(a_wrong_scan_says_what_was_wrong_and_changes_nothing) {
    ProcedurePlayer player(procedure("stock"));
    BOOST_TEST(refusalOf(player.scan(floor_of::shelf)) == "scan_not_unit");
    BOOST_TEST(refusalOf(player.scan("BCDFGHJS")) == "scan_damaged");
    BOOST_TEST(refusalOf(player.scan("3017620422003")) == "scan_not_unit");
    begin(player, "stock");
    Value product;
    product["sku"] = "LAP-8";
    player.take(product);
    BOOST_TEST(refusalOf(player.scan(floor_of::otherUnit)) == "scan_not_location");
    BOOST_TEST(cardOf(player) == "shelf");
    BOOST_TEST(player.scan(floor_of::shelf).ok());
    BOOST_TEST(canonicalJson(player.drafts()[0].data) ==
               R"({"location":")" + floor_of::shelf + R"(","product":"LAP-8"})");
}

BOOST_AUTO_TEST_CASE(the_label_that_was_printed_is_the_one_to_scan_back) {
    ProcedurePlayer player(procedure("reception"));
    player.choose(0);  // a gift
    player.choose(1);  // of a public body
    player.choose(0);  // in a cage
    BOOST_TEST(player.scan(floor_of::cage).ok());
    player.choose(0);  // a laptop
    player.choose(0);  // without a serial number
    BOOST_TEST(cardOf(player) == "print");
    player.printed(floor_of::unit);
    BOOST_TEST(refusalOf(player.scan(floor_of::otherUnit)) == "other_label");
    BOOST_TEST(player.scan(floor_of::unit).ok());
    const auto draft = player.drafts().at(0);
    BOOST_TEST(draft.subject == floor_of::unit);
    BOOST_TEST(draft.data["label"].textOr("scanned") == floor_of::unit);
    BOOST_TEST(draft.data.boolOr("public_gift", false));
    BOOST_TEST(!draft.data.has("lot"));
}

BOOST_AUTO_TEST_CASE(what_holds_for_a_whole_cage_is_asked_once) {
    ProcedurePlayer player(procedure("reception"));
    player.choose(1);  // a purchase
    player.choose(0);
    BOOST_TEST(player.scan(floor_of::cage).ok());
    player.choose(0);
    player.choose(0);
    player.printed(floor_of::unit);
    BOOST_TEST(player.scan(floor_of::unit).ok());
    player.restart();
    BOOST_TEST(cardOf(player) == "category");
    player.choose(0);
    player.choose(0);
    player.printed(floor_of::otherUnit);
    BOOST_TEST(player.scan(floor_of::otherUnit).ok());
    const auto draft = player.drafts().at(0);
    BOOST_TEST(draft.data.textOr("container") == floor_of::cage);
    BOOST_TEST(draft.data.textOr("basis") == "purchase");
    BOOST_TEST(draft.subject == floor_of::otherUnit);
}

BOOST_AUTO_TEST_CASE(all_good_at_every_card_passes_every_test_of_a_laptop) {
    ProcedurePlayer player(procedure("test"));
    begin(player, "test");
    while (!player.finished())
        player.choose(0);
    const Value data = player.drafts().at(0).data;
    BOOST_TEST(data["tests"].object().size() == 22);
    for (const auto& [test, result] : data["tests"].object())
        BOOST_TEST(result.text() == "pass", test);
    BOOST_TEST(!data.has("defects"));
}

BOOST_AUTO_TEST_CASE(a_problem_leads_to_what_is_wrong_and_several_may_be) {
    ProcedurePlayer player(procedure("test"));
    begin(player, "test");
    player.choose(1);
    BOOST_TEST(cardOf(player) == "look_problem");
    player.toggle(0);
    player.toggle(1);
    player.toggle(3);
    player.toggle(1);  // not that one after all
    player.confirm();
    while (!player.finished())
        player.choose(0);
    const Value data = player.drafts().at(0).data;
    BOOST_TEST(canonicalJson(data["defects"]) ==
               R"({"accessories":"charger_missing","visual":"broken_case"})");
    BOOST_TEST(data["tests"].textOr("hinge") == "pass");
    BOOST_TEST(data["tests"].textOr("visual") == "fail");
}

BOOST_AUTO_TEST_CASE(a_machine_that_stays_dark_is_not_asked_about_its_sound) {
    ProcedurePlayer player(procedure("test"));
    begin(player, "test");
    player.choose(0);
    player.choose(1);
    player.toggle(0);
    player.confirm();
    BOOST_REQUIRE(player.finished());
    const Value tests = player.drafts().at(0).data["tests"];
    BOOST_TEST(tests.object().size() == 22);
    BOOST_TEST(tests.textOr("powers_on") == "fail");
    BOOST_TEST(tests.textOr("microphone") == "na");
}

BOOST_AUTO_TEST_CASE(the_last_answer_can_be_taken_back) {
    ProcedurePlayer player(procedure("sorting"));
    BOOST_TEST(!player.stepBack());
    begin(player, "sort");
    player.choose(1);  // swollen
    BOOST_TEST(cardOf(player) == "aside");
    BOOST_TEST(player.stepBack());
    BOOST_TEST(cardOf(player) == "battery");
    BOOST_TEST(!player.answers().has("battery"));
    BOOST_TEST(player.stepBack());
    BOOST_TEST(cardOf(player) == "unit");
    BOOST_TEST(!player.answers().has("unit"));
}

BOOST_AUTO_TEST_CASE(a_printed_label_is_no_answer_to_take_back) {
    ProcedurePlayer player(procedure("reception"));
    player.choose(0);
    player.choose(0);
    player.choose(0);
    BOOST_TEST(player.scan(floor_of::cage).ok());
    player.choose(0);
    player.choose(0);
    player.printed(floor_of::unit);
    BOOST_TEST(cardOf(player) == "scan_back");
    BOOST_TEST(player.stepBack());
    BOOST_TEST(cardOf(player) == "serial");
}

/// Stands at the card of the serial number.
struct AtSerial {
    ProcedurePlayer player{procedure("reception")};
    AtSerial() {
        for (int card = 0; card < 3; ++card)
            player.choose(0);
        BOOST_REQUIRE(player.scan(floor_of::cage).ok());
        player.choose(0);
        BOOST_REQUIRE(cardOf(player) == "serial");
    }
    [[nodiscard]] std::string serial() const { return player.answers().textOr("serial"); }
};

BOOST_FIXTURE_TEST_CASE(a_makers_label_gives_its_serial_number_at_once, AtSerial) {
    BOOST_TEST(player.scan("P/N: 20L5CTO1WW\nS/N: PF0ABCDE").ok());
    BOOST_TEST(serial() == "PF0ABCDE");
    BOOST_TEST(cardOf(player) == "print");
}

BOOST_FIXTURE_TEST_CASE(a_number_that_can_be_two_things_is_offered_not_guessed, AtSerial) {
    const auto heard = player.scan("54EE75123456");
    BOOST_TEST((heard.ok() && *heard == Heard::several));
    BOOST_TEST(cardOf(player) == "serial");
    BOOST_REQUIRE(player.offers().size() == 2);
    BOOST_TEST(player.offers()[0].textOr("meaning") == "mac");
    BOOST_TEST(player.stepBack());
    BOOST_TEST(cardOf(player) == "serial", "taking the offer back is no step to the card before");
    BOOST_TEST(player.offers().empty());
    BOOST_TEST(player.scan("54EE75123456").ok());
    player.take(player.offers()[1]);
    BOOST_TEST(serial() == "54EE75123456");
}

BOOST_FIXTURE_TEST_CASE(a_part_number_a_box_and_our_own_label_are_no_serial_number, AtSerial) {
    BOOST_TEST(refusalOf(player.scan("P/N: 20L5CTO1WW")) == "scan_not_serial");
    BOOST_TEST(refusalOf(player.scan("hello")) == "scan_not_serial");
    BOOST_TEST(refusalOf(player.scan(remise::domain::Scan{"3761234500007", "EAN-13"})) == "scan_not_serial");
    BOOST_TEST(refusalOf(player.scan(floor_of::unit)) == "scan_is_code");
}

BOOST_AUTO_TEST_CASE(a_drive_is_known_by_the_serial_number_on_its_makers_label) {
    ProcedurePlayer player(procedure("erasure"));
    Value unit = floor_of::laptop("erase");
    BOOST_REQUIRE(player.scan(floor_of::unit).ok());
    BOOST_REQUIRE(player.takeUnit(unit).ok());
    player.skip();  // it is on no bench
    BOOST_REQUIRE(cardOf(player) == "drive");
    const std::string serial = player.offers().at(0).textOr("serial");
    BOOST_TEST(player.scan("Model: X\nS/N: " + serial).ok());
    BOOST_TEST(cardOf(player) != "drive");
}

BOOST_AUTO_TEST_CASE(what_the_machine_has_answered_itself_is_not_asked_again_unless_it_failed) {
    const auto cardsWith = [](const Value& tests) {
        ProcedurePlayer player(procedure("test"));
        Value unit = floor_of::laptop("test");
        unit["tests"] = tests;
        BOOST_REQUIRE(player.scan(floor_of::unit).ok());
        BOOST_REQUIRE(player.takeUnit(unit).ok());
        std::string cards;
        for (; !player.finished(); player.choose(0))
            cards += cardOf(player) + " ";
        BOOST_TEST(player.drafts().size() == 1);
        return cards;
    };
    const auto isAsked = [&](const std::string& card, const Value& tests) {
        return cardsWith(tests).find(card + " ") != std::string::npos;
    };
    const Value all = Value::Object{{"ram", "pass"}, {"cpu_load", "pass"}, {"smart", "na"}};
    const Value some = Value::Object{{"ram", "pass"}, {"cpu_load", "pass"}};
    const Value failed = Value::Object{{"ram", "fail"}, {"cpu_load", "pass"}, {"smart", "pass"}};
    BOOST_TEST(isAsked("health", Value::Object{}));
    BOOST_TEST(!isAsked("health", all));
    BOOST_TEST(isAsked("health", some));
    BOOST_TEST(isAsked("health", failed), "a person may say otherwise");
    BOOST_TEST(isAsked("start", all));
}

BOOST_AUTO_TEST_CASE(a_swollen_battery_never_goes_to_the_test_bench) {
    ProcedurePlayer player(procedure("sorting"));
    begin(player, "sort");
    player.choose(1);  // swollen
    player.confirm();
    BOOST_REQUIRE(player.finished());
    BOOST_REQUIRE(player.drafts().size() == 1);
    BOOST_TEST(player.drafts()[0].kind == "block");
    BOOST_TEST(player.drafts()[0].data.textOr("reason") == "swollen_battery");
}

BOOST_AUTO_TEST_CASE(a_lock_that_holds_puts_the_machine_aside) {
    ProcedurePlayer player(procedure("unlock"));
    begin(player, "unlock");
    player.choose(3);
    BOOST_REQUIRE(player.drafts().size() == 1);
    BOOST_TEST(player.drafts()[0].kind == "block");
}

BOOST_AUTO_TEST_CASE(only_drives_that_can_be_erased_are_offered_and_the_label_of_another_says_why) {
    ProcedurePlayer player(procedure("erasure"), floor_of::badge);
    Value laptop = floor_of::laptop("erase"), left = laptop["drives"].array().front();
    for (const std::string status : {"certified", "to_destroy", "in_custody", "destroyed"}) {
        Value done;
        done["code"] = done["serial"] = "S-" + status;
        done["status"] = status;
        laptop["drives"].array().insert(laptop["drives"].array().begin(), done);
    }
    BOOST_REQUIRE(player.scan(floor_of::unit).ok());
    BOOST_REQUIRE(player.takeUnit(laptop).ok());
    player.skip();  // it is on no bench
    BOOST_TEST(player.offers().size() == 1);
    BOOST_TEST((player.offers().front() == left));
    BOOST_TEST(refusalOf(player.scan("S-to_destroy")) == "drive_done");
    BOOST_TEST(refusalOf(player.scan("S-certified")) == "drive_done");
}

BOOST_AUTO_TEST_CASE(a_drive_that_cannot_be_erased_is_told_of) {
    ProcedurePlayer player(procedure("erasure"));
    begin(player, "erase");
    player.skip();  // it is on no bench
    BOOST_TEST(refusalOf(player.scan(floor_of::otherUnit)) == "other_drive");
    player.take(player.offers().at(0));
    player.choose(1);
    BOOST_REQUIRE(player.finished());
    const Value data = player.drafts().at(0).data;
    BOOST_TEST(data.textOr("drive") == floor_of::drive);
    BOOST_TEST(data.textOr("outcome") == "failed");
}

BOOST_AUTO_TEST_CASE(a_drive_is_sealed_into_its_bin_with_another_persons_badge) {
    ProcedurePlayer player(procedure("custody"), floor_of::badge);
    begin(player, "erase");
    BOOST_TEST(player.scan(floor_of::drive).ok());
    player.choose(0);
    BOOST_TEST(player.scan("BAC-0012").ok());
    BOOST_TEST(refusalOf(player.scan(floor_of::badge)) == "same_badge");
    BOOST_TEST(player.scan(floor_of::otherBadge).ok());
    player.enterPin("4821");
    BOOST_REQUIRE(player.finished());
    const auto draft = player.drafts().at(0);
    BOOST_TEST(draft.kind == "seal_drive");
    BOOST_TEST(draft.subject == floor_of::drive);
    BOOST_TEST(draft.data.textOr("bin") == "BAC-0012");
    BOOST_TEST(draft.data["second"].textOr("badge") == floor_of::otherBadge);
}

BOOST_AUTO_TEST_CASE(a_picker_is_led_to_the_shelf_and_then_to_the_machine) {
    ProcedurePlayer player(procedure("picking"));
    Value line;
    line["code"] = floor_of::unit;
    line["location"] = floor_of::shelf;
    player.offer({line});
    BOOST_TEST(refusalOf(player.scan(floor_of::otherUnit)) == "not_on_list");
    player.take(line);
    BOOST_TEST(refusalOf(player.scan(floor_of::otherShelf)) == "other_shelf");
    BOOST_TEST(player.scan(floor_of::shelf).ok());
    BOOST_TEST(refusalOf(player.scan(floor_of::otherUnit)) == "other_unit");
    begin(player, "pick");
    BOOST_TEST(player.drafts().at(0).kind == "pick");
}

BOOST_AUTO_TEST_CASE(a_scan_of_the_unit_in_hand_disturbs_nobody) {
    ProcedurePlayer player(procedure("sorting"));
    begin(player, "sort");
    BOOST_TEST((player.scan(floor_of::unit).value() == Heard::sameAgain));
    BOOST_TEST(refusalOf(player.scan(floor_of::otherUnit)) == "answer_first");
    BOOST_TEST(cardOf(player) == "battery");
}

BOOST_AUTO_TEST_CASE(a_number_outside_its_range_is_refused) {
    ProcedurePlayer player(procedure("packing"));
    begin(player, "pack");
    player.choose(0);
    BOOST_TEST(player.enter(50).refusal().code() == "number_out_of_range");
    BOOST_TEST(player.enter(2450).ok());
    BOOST_TEST(canonicalJson(player.drafts().at(0).data) == R"({"accessories":["charger"],"weight_g":2450})");
}

BOOST_AUTO_TEST_CASE(a_box_without_its_charger_is_not_closed) {
    ProcedurePlayer player(procedure("packing"));
    begin(player, "pack");
    player.choose(1);
    BOOST_TEST(cardOf(player) == "find_charger");
    player.confirm();
    BOOST_TEST(cardOf(player) == "weight");
    BOOST_TEST(player.enter(2450).ok());
    BOOST_TEST(canonicalJson(player.drafts().at(0).data) == R"({"accessories":["charger"],"weight_g":2450})");
}

BOOST_AUTO_TEST_CASE(a_control_that_finds_a_problem_puts_the_machine_aside) {
    ProcedurePlayer player(procedure("control"));
    begin(player, "control");
    player.choose(1);
    BOOST_TEST(player.drafts().size() == 1);
    BOOST_TEST(player.drafts().at(0).kind == "block");
}

BOOST_AUTO_TEST_SUITE_END()
