#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "server/domain/codes.h"
#include "server/domain/policy.h"
#include "tests/server/domain/memory_world.h"

using namespace remise::domain;
using remise::test::MemoryWorld;
namespace data = boost::unit_test::data;

namespace {

Value with(Value data, std::string_view name, Value value) {
    data[name] = std::move(value);
    return data;
}

Value without(Value data, std::string_view name) {
    data.object().erase(std::string(name));
    return data;
}

Value answers(std::string_view test, std::string_view result) {
    return Value::Object{{"tests", Value::Object{{std::string(test), result}}}};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(unit_rules_test, MemoryWorld)

// Receiving

BOOST_DATA_TEST_CASE(a_unit_is_not_received_without,
                     data::make({"category", "owner", "basis", "legal_status"}), field) {
    BOOST_TEST(send("receive", newCode(Subject::unit), without(receiving(), field)) == "missing_data");
}

BOOST_AUTO_TEST_CASE(a_unit_comes_in_a_lot_or_a_container_that_is_here) {
    const Value nowhere = without(receiving(), "lot");
    BOOST_TEST(send("receive", newCode(Subject::unit), nowhere) == "container_needed");
    BOOST_TEST(send("receive", newCode(Subject::unit),
                    with(nowhere, "container", newCode(Subject::container))) == "unknown_code");
    const std::string cage = box();
    BOOST_TEST(send("receive", newCode(Subject::unit), with(nowhere, "container", cage)) == "");
    const std::string gone = box();
    must("transfer_container", gone, Value::Object{{"site", "lyon"}});
    BOOST_TEST(send("receive", newCode(Subject::unit), with(nowhere, "container", gone)) == "wrong_stage");
}

BOOST_AUTO_TEST_CASE(a_printed_label_is_scanned_back_before_the_unit_is_received) {
    const std::string code = newCode(Subject::unit), other = newCode(Subject::unit);
    const auto scanned = [&](const std::string& text) {
        return with(receiving(), "label", Value::Object{{"asked", true}, {"scanned", text}});
    };
    BOOST_TEST(send("receive", code, scanned("")) == "label_not_scanned");
    BOOST_TEST(send("receive", code, scanned(other)) == "label_not_scanned");
    Value more = scanned(code);
    more["label"]["seen_by"] = "Mme Durand";
    BOOST_TEST(send("receive", code, more) == "unknown_data");
    BOOST_TEST(send("receive", code, scanned("https://remise.example/u/" + code)) == "");
}

BOOST_AUTO_TEST_CASE(a_label_that_nobody_asked_for_need_not_be_scanned) {
    BOOST_TEST(send("receive", newCode(Subject::unit),
                    with(receiving(), "label", Value::Object{{"asked", false}})) == "");
}

BOOST_AUTO_TEST_CASE(a_code_that_we_did_not_give_out_begins_nothing) {
    BOOST_TEST(send("receive", encodeCode("", 4711, unitLetters), receiving()) == "not_issued");
}

BOOST_AUTO_TEST_CASE(a_unit_without_label_gets_a_code) {
    BOOST_TEST(send("receive", "", receiving()) == "");
}

BOOST_AUTO_TEST_CASE(a_refused_unit_without_label_spends_no_code) {
    const std::string before = newCode(Subject::unit);
    BOOST_TEST(send("receive", "", {}) == "missing_data");
    BOOST_TEST(newCode(Subject::unit) ==
               encodeCode("", *decodeCode("", before, unitLetters) + 1, unitLetters));
}

BOOST_AUTO_TEST_CASE(a_category_that_we_do_not_know_is_refused) {
    BOOST_TEST(send("receive", newCode(Subject::unit), with(receiving(), "category", "toaster")) ==
               "unknown_category");
    BOOST_TEST(send("sort", laptop(), Value::Object{{"category", "toaster"}, {"verdict", "keep"}}) ==
               "unknown_category");
}

// Codes

BOOST_AUTO_TEST_CASE(each_wrong_code_gets_its_own_answer) {
    BOOST_TEST(send("clean", "") == "missing_code");
    BOOST_TEST(send("clean", "BCDFGHJX") == "damaged_code");
    BOOST_TEST(send("clean", "3700123456789") == "damaged_code");
    BOOST_TEST(send("clean", box()) == "other_code");
    BOOST_TEST(send("clean", newCode(Subject::unit)) == "unknown_code");
}

BOOST_AUTO_TEST_CASE(an_action_that_does_not_exist_is_refused) {
    BOOST_TEST(send("explode", laptop()) == "unknown_kind");
}

BOOST_AUTO_TEST_CASE(what_was_seen_must_still_stand) {
    const std::string unit = laptop();
    Command command = MemoryWorld::command("clean", unit, {});
    command.expects = 2;
    BOOST_TEST(send(command, worker) == "stale");
    command.expects = 1;
    BOOST_TEST(send(command, worker) == "");
}

// Tests

BOOST_AUTO_TEST_CASE(a_locked_unit_is_not_tested_until_it_is_unlocked) {
    const std::string unit = laptop();
    must("sort", unit, Value::Object{{"category", "laptop"}, {"verdict", "keep"}, {"locked", true}});
    BOOST_TEST(send("record_test", unit, answers("post", "pass")) == "locked");
    must("unlock", unit);
    BOOST_TEST(send("record_test", unit, answers("post", "pass")) == "");
}

BOOST_AUTO_TEST_CASE(a_unit_that_is_found_locked_again_has_to_be_unlocked_again) {
    const std::string unit = laptop();
    const Value locked = Value::Object{{"category", "laptop"}, {"verdict", "keep"}, {"locked", true}};
    must("sort", unit, locked);
    must("unlock", unit);
    must("sort", unit, locked);
    BOOST_TEST(next(unit) == "unlock");
    BOOST_TEST(send("record_test", unit, answers("post", "pass")) == "locked");
}

BOOST_AUTO_TEST_CASE(nobody_switches_on_a_swollen_battery) {
    const std::string unit = laptop();
    const Value sorting = Value::Object{{"category", "laptop"}, {"verdict", "keep"}};
    must("sort", unit, with(sorting, "battery", "swollen"));
    BOOST_TEST(send("record_test", unit, answers("post", "pass")) == "swollen_battery");
    BOOST_TEST(next(unit) == "repair");
    must("repair", unit,
         Value::Object{{"part", "battery"}, {"origin", "new"}, {"tests", Value::Array{"battery_runtime"}}});
    BOOST_TEST(next(unit) == "test");
    BOOST_TEST(send("record_test", unit, answers("post", "pass")) == "");
}

BOOST_AUTO_TEST_CASE(a_test_is_answered_pass_fail_or_na_and_nothing_else) {
    const std::string unit = laptop();
    BOOST_TEST(send("record_test", unit, answers("post", "maybe")) == "bad_data");
    BOOST_TEST(send("record_test", unit, answers("post", "pass fail")) == "bad_data");
    BOOST_TEST(send("record_test", unit, Value::Object{{"tests", Value::Object{}}}) == "bad_data");
    BOOST_TEST(send("record_test", unit, answers("imei", "pass")) == "unknown_test");
    BOOST_TEST(send("record_test", unit, answers("visual powers_on", "pass")) == "unknown_test");
    BOOST_TEST(send("record_test", unit, answers("post", "na")) == "");
}

BOOST_AUTO_TEST_CASE(a_failed_test_says_what_does_not_work) {
    const std::string unit = laptop();
    const Value failed = answers("keyboard", "fail");
    BOOST_TEST(send("record_test", unit, failed) == "defect_needed");
    BOOST_TEST(send("record_test", unit, with(failed, "defects", Value::Object{{"keyboard", "dead key!"}})) ==
               "bad_data");
    BOOST_TEST(send("record_test", unit,
                    with(failed, "defects", Value::Object{{"keyboard", "dead_key"}, {"webcam", "dead"}})) ==
               "bad_data");
    BOOST_TEST(send("record_test", unit, with(failed, "defects", Value::Object{{"keyboard", "dead_key"}})) ==
               "");
    BOOST_TEST(this->unit(unit).state["defects"]["keyboard"].text() == "dead_key");
    must("record_test", unit, answers("keyboard", "pass"));
    BOOST_TEST(!this->unit(unit).state["defects"].has("keyboard"));
}

BOOST_AUTO_TEST_CASE(a_unit_is_tested_once_the_last_mandatory_test_is_answered) {
    const std::string unit = laptop();
    const Value all = allTestsPass();
    must("record_test", unit, Value::Object{{"tests", without(all["tests"], "webcam")}});
    BOOST_TEST(!this->unit(unit).state["facts"].has("tested"));
    must("record_test", unit, answers("webcam", "pass"));
    BOOST_TEST(this->unit(unit).state["facts"].has("tested"));
}

BOOST_AUTO_TEST_CASE(a_repair_makes_void_the_tests_of_what_it_touched_and_the_grade) {
    const std::string unit = laptopAt("in_work");
    must("repair", unit,
         Value::Object{{"part", "keyboard"}, {"origin", "harvested"}, {"tests", Value::Array{"keyboard"}}});
    const Value& state = this->unit(unit).state;
    BOOST_TEST(!state["tests"].has("keyboard"));
    BOOST_TEST(state["tests"].has("webcam"));
    BOOST_TEST(!state["facts"].has("tested"));
    BOOST_TEST(!state.has("grade"));
    BOOST_TEST(next(unit) == "test");
    must("record_test", unit, answers("keyboard", "pass"));
    BOOST_TEST(next(unit) == "grade");
}

BOOST_AUTO_TEST_CASE(a_repair_that_touched_nothing_tested_leaves_the_tests_alone) {
    const std::string unit = laptopAt("in_work");
    must("repair", unit, Value::Object{{"part", "foot"}, {"origin", "new"}, {"tests", Value::Array{}}});
    BOOST_TEST(next(unit) == "control");
}

BOOST_AUTO_TEST_CASE(a_repair_names_tests_that_exist) {
    const std::string unit = laptopAt("in_work");
    Value data = Value::Object{{"part", "x"}, {"origin", "new"}, {"tests", Value::Array{"imei"}}};
    BOOST_TEST(send("repair", unit, data) == "unknown_test");
    BOOST_TEST(send("repair", unit, with(data, "tests", Value::Array{7})) == "bad_data");
}

// Grade

BOOST_AUTO_TEST_CASE(the_grade_is_the_worse_of_looks_and_tests) {
    const std::string unit = laptopAt("in_work");
    BOOST_TEST(this->unit(unit).state["grade"].text() == "B");
    must("grade", unit, Value::Object{{"cosmetic", "A"}});
    BOOST_TEST(this->unit(unit).state["grade"].text() == "A");
}

BOOST_AUTO_TEST_CASE(a_unit_may_be_graded_before_its_tests_and_gets_its_grade_with_the_last) {
    const std::string unit = laptop();
    must("grade", unit, Value::Object{{"cosmetic", "C"}});
    BOOST_TEST(!this->unit(unit).state.has("grade"));
    must("record_test", unit, allTestsPass());
    BOOST_TEST(this->unit(unit).state["grade"].text() == "C");
}

BOOST_AUTO_TEST_CASE(a_test_that_fails_after_grading_lowers_the_grade) {
    const std::string unit = laptopAt("in_work");
    must("record_test", unit,
         with(answers("keyboard", "fail"), "defects", Value::Object{{"keyboard", "dead_key"}}));
    BOOST_TEST(this->unit(unit).state["grade"].text() == "R");
    BOOST_TEST(next(unit) == "repair");
}

// Installing

BOOST_AUTO_TEST_CASE(windows_needs_a_licence_and_linux_none) {
    const std::string unit = laptop();
    BOOST_TEST(send("install", unit, Value::Object{{"os", "windows"}}) == "licence_needed");
    BOOST_TEST(send("install", unit, Value::Object{{"os", "windows"}, {"licence", "XXXXX-12345"}}) == "");
    BOOST_TEST(send("install", unit, Value::Object{{"os", "linux"}}) == "");
}

// Control

BOOST_AUTO_TEST_CASE(nothing_is_controlled_before_every_mandatory_fact_holds) {
    const std::string unit = laptopAt("received");
    BOOST_TEST(send("sort", unit, Value::Object{{"category", "laptop"}, {"verdict", "keep"}}) == "");
    const std::pair<std::string_view, Value> steps[] = {{"record_test", allTestsPass()},
                                                        {"grade", Value::Object{{"cosmetic", "A"}}},
                                                        {"install", Value::Object{{"os", "linux"}}},
                                                        {"clean", {}}};
    for (const auto& [kind, data] : steps) {
        BOOST_TEST(send("control", unit, {}, colleague) == "fact_missing");
        must(kind, unit, data);
    }
    BOOST_TEST(send("control", unit, {}, colleague) == "");
}

BOOST_AUTO_TEST_CASE(nobody_controls_what_they_tested) {
    const std::string unit = laptopAt("in_work");
    BOOST_TEST(send("control", unit, {}, worker) == "tester_controls");
    BOOST_TEST(send("control", unit, {}, colleague) == "");
}

BOOST_AUTO_TEST_CASE(who_did_one_test_of_many_is_a_tester_too) {
    const std::string unit = laptopAt("in_work");
    must("record_test", unit, answers("webcam", "pass"), colleague);
    BOOST_TEST(send("control", unit, {}, worker) == "tester_controls");
    BOOST_TEST(send("control", unit, {}, colleague) == "tester_controls");
    BOOST_TEST(send("control", unit, {}, person(Role::worker)) == "");
}

BOOST_AUTO_TEST_CASE(only_a_leader_stands_in_for_a_controller) {
    const std::string unit = laptopAt("in_work");
    must("record_test", unit, answers("webcam", "pass"), leader);
    const Value substitute = Value::Object{{"substitute", true}};
    BOOST_TEST(send("control", unit, substitute, worker) == "tester_controls");
    BOOST_TEST(send("control", unit, {}, leader) == "tester_controls");
    BOOST_TEST(send("control", unit, substitute, leader) == "");
}

BOOST_AUTO_TEST_CASE(a_failed_control_says_what_is_to_be_done_again) {
    const std::string unit = laptopAt("controlled");
    BOOST_TEST(send("fail_control", unit, Value::Object{{"void", Value::Array{}}}, colleague) == "bad_data");
    BOOST_TEST(send("fail_control", unit, Value::Object{{"void", Value::Array{"taste"}}}, colleague) ==
               "bad_data");
    must("fail_control", unit, Value::Object{{"void", Value::Array{"cleaned"}}}, colleague);
    BOOST_TEST(next(unit) == "clean");
}

BOOST_AUTO_TEST_CASE(tests_that_control_found_wrong_are_all_done_again) {
    const std::string unit = laptopAt("controlled");
    must("fail_control", unit, Value::Object{{"void", Value::Array{"tested"}}}, colleague);
    must("record_test", unit, answers("webcam", "pass"));
    BOOST_TEST(next(unit) == "test");
    must("record_test", unit, allTestsPass());
    BOOST_TEST(next(unit) == "control");
}

BOOST_AUTO_TEST_CASE(a_lock_that_control_found_has_to_be_removed) {
    const std::string unit = laptopAt("controlled");
    must("fail_control", unit, Value::Object{{"void", Value::Array{"unlocked"}}}, colleague);
    BOOST_TEST(next(unit) == "unlock");
}

BOOST_AUTO_TEST_CASE(an_erasure_that_control_doubts_is_done_again_on_every_drive) {
    const std::string unit = laptop(), drive = putDrive(unit);
    work(unit);
    erase(unit, drive);
    must("control", unit, {}, colleague);
    must("fail_control", unit, Value::Object{{"void", Value::Array{"erased"}}}, colleague);
    BOOST_TEST(this->drive(drive).stage == "detected");
    BOOST_TEST(next(unit) == "erase");
    erase(unit, drive);
    BOOST_TEST(next(unit) == "control");
}

// Secure zone

BOOST_DATA_TEST_CASE(what_holds_data_does_not_leave_the_secure_zone,
                     data::make({"to_dismantle", "to_recycle"}), kind) {
    const std::string unit = laptop();
    BOOST_TEST(send(kind, unit) == "drives_unknown");
    const std::string drive = putDrive(unit);
    BOOST_TEST(send(kind, unit) == "drives_not_erased");
    erase(unit, drive);
    BOOST_TEST(send(kind, unit) == "");
}

BOOST_AUTO_TEST_CASE(two_people_who_saw_no_drive_open_the_way) {
    const std::string unit = laptop();
    must("confirm_no_drive", unit, {}, signedByTwo());
    BOOST_TEST(send("to_recycle", unit) == "");
}

BOOST_AUTO_TEST_CASE(a_drive_that_turns_up_late_stops_the_control_the_stock_and_the_parcel) {
    const std::string inWork = laptopAt("in_work");
    putDrive(inWork);
    BOOST_TEST(send("control", inWork, {}, colleague) == "drives_not_erased");
    const std::string controlled = laptopAt("controlled");
    putDrive(controlled);
    BOOST_TEST(send("stock", controlled, stocking(shelf)) == "drives_not_erased");
    const std::string packed = laptopAt("packed");
    putDrive(packed);
    BOOST_TEST(send("ship", packed, Value::Object{{"carrier", "gls"}, {"tracking", "GLS12345678"}}) ==
               "drives_not_erased");
    BOOST_TEST(send("hand_over", packed, Value::Object{{"collection_code", "1"}}) == "drives_not_erased");
    const std::string scrap = laptopAt("to_recycle");
    putDrive(scrap);
    BOOST_TEST(send("recycle", scrap, Value::Object{{"slip", "BE-1"}, {"weight_g", 1}}, logistics) ==
               "drives_not_erased");
}

BOOST_AUTO_TEST_CASE(a_screen_has_no_drive_to_ask_for) {
    const std::string unit = newCode(Subject::unit);
    must("receive", unit, with(receiving(), "category", "screen"));
    BOOST_TEST(send("to_recycle", unit) == "");
}

// Stock

BOOST_AUTO_TEST_CASE(what_is_not_for_sale_does_not_go_to_stock) {
    const std::string unit = laptopAt("in_work");
    must("grade", unit, Value::Object{{"cosmetic", "R"}});
    BOOST_TEST(next(unit) == "repair");
    BOOST_TEST(send("control", unit, {}, colleague) == "fact_missing");
}

BOOST_DATA_TEST_CASE(stock_needs_product_place_price_and_warranty,
                     data::make({"product", "location", "price_cents", "warranty_months"}), field) {
    const std::string unit = laptopAt("controlled");
    const std::string refused = send("stock", unit, without(stocking(shelf), field));
    BOOST_TEST((refused == "missing_data" || refused == "price_needed"));
}

BOOST_AUTO_TEST_CASE(a_public_gift_is_not_sold_above_the_ceiling_nor_below_while_nobody_allows_it) {
    const std::string unit = laptopAt("controlled");
    const Value dear = with(stocking(shelf), "price_cents", 18001);
    must("correct", unit, Value::Object{{"field", "public_gift"}, {"value", "true"}, {"reason", "papers"}},
         leaderWithPin());
    BOOST_TEST(send("stock", unit, dear) == "over_ceiling");
    BOOST_TEST(send("stock", unit, with(dear, "price_cents", 18000)) == "public_gift_off");
    BOOST_TEST(send("stock", laptopAt("controlled"), dear) == "");
}

// Back from where it was

BOOST_AUTO_TEST_CASE(unblock_leads_to_received_when_nothing_is_established_else_to_work) {
    const std::string fresh = laptop(), sorted = laptop();
    must("sort", sorted, Value::Object{{"category", "laptop"}, {"verdict", "keep"}});
    for (const auto& unit : {fresh, sorted}) {
        must("block", unit);
        must("unblock", unit);
    }
    BOOST_TEST(unit(fresh).stage == "received");
    BOOST_TEST(unit(sorted).stage == "in_work");
}

BOOST_DATA_TEST_CASE(what_is_found_is_where_it_was,
                     data::make({"in_work", "in_stock", "reserved", "shipped", "to_recycle"}), stage) {
    const std::string unit = laptopAt(stage);
    const bool isOnAShelf = containsWord("in_stock reserved", stage);
    must("lose", unit);
    if (isOnAShelf) BOOST_TEST(send("find", unit) == "missing_data");
    must("find", unit, isOnAShelf ? Value(Value::Object{{"location", shelf}}) : Value());
    BOOST_TEST(this->unit(unit).stage == stage);
}

BOOST_AUTO_TEST_CASE(what_is_found_after_its_request_ended_is_in_stock) {
    const std::string unit = laptopAt("reserved"), number = this->unit(unit).state["request"].text();
    must("lose", unit);
    must("cancel", number, {}, member);
    BOOST_TEST(send("find", unit) == "missing_data");
    must("find", unit, Value::Object{{"location", shelf}});
    BOOST_TEST(this->unit(unit).stage == "in_stock");
}

BOOST_AUTO_TEST_CASE(what_is_for_sale_leaves_its_box_for_a_shelf) {
    const std::string unit = laptopAt("in_stock");
    must("put_in", unit, Value::Object{{"container", box()}});
    BOOST_TEST(send("take_out", unit) == "missing_data");
    must("take_out", unit, Value::Object{{"location", shelf}});
    BOOST_TEST(this->unit(unit).state["location"].text() == shelf);
    const std::string inWork = laptopAt("in_work");
    must("put_in", inWork, Value::Object{{"container", box()}});
    must("take_out", inWork);
}

BOOST_AUTO_TEST_CASE(what_is_put_back_goes_on_a_shelf) {
    const std::string unit = laptopAt("picked");
    BOOST_TEST(send("unpick", unit) == "missing_data");
    must("unpick", unit, Value::Object{{"location", shelf}});
    BOOST_TEST(this->unit(unit).state["location"].text() == shelf);
}

BOOST_DATA_TEST_CASE(what_a_unit_is_sold_as_is_not_corrected_while_it_is_for_sale,
                     data::make({"in_stock", "reserved", "picked", "packed", "lost"}), stage) {
    const std::string reached = stage;
    const std::string unit = laptopAt(reached == "lost" ? "in_stock" : reached);
    if (reached == "lost") must("lose", unit);
    const auto corrected = [&](std::string_view field, std::string_view value) {
        return send("correct", unit, Value::Object{{"field", field}, {"value", value}, {"reason", "typo"}},
                    leaderWithPin());
    };
    BOOST_TEST(corrected("category", "tablet") == "recheck_first");
    BOOST_TEST(corrected("public_gift", "true") == "recheck_first");
    BOOST_TEST(corrected("owner", "client") == "recheck_first");
    BOOST_TEST(corrected("model", "T490") == "");
}

BOOST_AUTO_TEST_CASE(what_comes_back_unopened_is_restocked_only_as_what_was_tested) {
    const std::string unit = laptopAt("returned");
    must("correct", unit, Value::Object{{"field", "category"}, {"value", "tablet"}, {"reason", "typo"}},
         leaderWithPin());
    BOOST_TEST(send("restock", unit, Value::Object{{"location", shelf}}) == "not_for_sale");
}

BOOST_AUTO_TEST_CASE(only_an_unopened_parcel_goes_back_on_the_shelf) {
    const std::string opened = laptopAt("delivered"), unopened = laptopAt("delivered");
    must("return", opened, Value::Object{{"reason", "broken"}});
    must("return", unopened, Value::Object{{"reason", "refused"}, {"unopened", true}});
    const Value place = Value::Object{{"location", shelf}};
    BOOST_TEST(send("restock", opened, place) == "not_unopened");
    BOOST_TEST(send("restock", unopened, place) == "");
}

BOOST_AUTO_TEST_CASE(what_was_opened_is_erased_tested_and_graded_again) {
    const std::string code = laptop(), drive = putDrive(code);
    work(code);
    erase(code, drive);
    must("control", code, {}, colleague);
    must("stock", code, stocking(shelf));
    const std::string number = requestAt("queued");
    must("propose", number, Value::Object{{"units", Value::Array{code}}});
    must("accept", number, {}, member);
    must("pick", code);
    must("pack", code, Value::Object{{"accessories", Value::Array{"charger"}}});
    must("hand_over", code, Value::Object{{"collection_code", "1"}});
    must("return", code, Value::Object{{"reason", "broken"}});
    BOOST_TEST(this->drive(drive).stage == "detected");
    must("readmit", code);
    BOOST_TEST(unit(code).state["drives_unseen"].boolean());
    BOOST_TEST(next(code) == "test");
    BOOST_TEST(send("to_recycle", code) == "drives_not_erased");
    BOOST_TEST(!unit(code).state.has("grade"));
    must("record_test", code, allTestsPass());
    BOOST_TEST(next(code) == "erase");
    must("record_erasure", code,
         Value::Object{{"drive", drive},
                       {"outcome", "erased"},
                       {"method", "PRNG Stream"},
                       {"verification", "full_read"}},
         signedByTwo());
    BOOST_TEST(next(code) == "grade");
}

BOOST_AUTO_TEST_CASE(what_was_opened_is_looked_into_again_even_where_no_drive_was) {
    const Value opened = Value::Object{{"reason", "broken"}}, none = Value::Array{};
    for (const std::string_view way : {"confirm", "inventory", "attach"}) {
        const std::string unit = laptopAt("delivered");  // its drive is in sealed custody
        must("return", unit, opened);
        BOOST_TEST(!this->unit(unit).state["facts"].has("erased"));
        BOOST_TEST(send("to_recycle", unit) == "drives_unknown");
        must("readmit", unit);
        BOOST_TEST(send("to_recycle", unit) == "drives_unknown");
        if (way == "confirm") must("confirm_no_drive", unit, {}, signedByTwo());
        if (way == "inventory")
            must("record_inventory", unit,
                 Value::Object{
                     {"report", Uuid::v4().text()}, {"hardware", Value::Object{}}, {"drives", none}});
        if (way == "attach") erase(unit, putDrive(unit));
        BOOST_TEST(this->unit(unit).state["facts"].has("erased"));
        BOOST_TEST(send("to_recycle", unit) == "");
    }
}

BOOST_AUTO_TEST_CASE(a_control_that_finds_the_erasure_wanting_has_the_drives_looked_at_again) {
    const std::string unit = laptop();
    must("confirm_no_drive", unit, {}, signedByTwo());
    work(unit);
    must("control", unit, {}, colleague);
    must("fail_control", unit, Value::Object{{"void", Value::Array{"erased"}}}, colleague);
    BOOST_TEST(next(unit) == "erase");
    BOOST_TEST(send("control", unit, {}, colleague) == "drives_unknown");
    must("confirm_no_drive", unit, {}, signedByTwo());
    BOOST_TEST(send("control", unit, {}, colleague) == "");
}

BOOST_AUTO_TEST_CASE(only_what_is_not_ours_is_handed_back_even_unwiped) {
    const std::string unit = newCode(Subject::unit);
    const Value signature = Value::Object{{"signature", Uuid::v4().text()}};
    must("receive", unit, with(receiving(), "owner", "client"));
    putDrive(unit);
    BOOST_TEST(send("hand_back", laptop(), signature, logistics) == "owner_is_us");
    BOOST_TEST(send("hand_back", unit, {}, logistics) == "missing_data");
    BOOST_TEST(send("hand_back", unit, signature, logistics) == "");
}

// Goods on their way

BOOST_AUTO_TEST_CASE(a_parcel_without_its_charger_is_refused) {
    const std::string unit = laptopAt("picked");
    BOOST_TEST(send("pack", unit, Value::Object{{"accessories", Value::Array{}}}) == "accessory_missing");
    BOOST_TEST(send("pack", unit, Value::Object{{"accessories", Value::Array{"mouse", "charger"}}}) == "");
}

BOOST_AUTO_TEST_CASE(a_parcel_of_unusual_weight_is_marked_not_refused) {
    const auto packed = [&](int grams) {
        const std::string code = laptopAt("picked");
        must("pack", code, Value::Object{{"accessories", Value::Array{"charger"}}, {"weight_g", grams}});
        return history(Subject::unit, code).back().data.boolOr("unusual_weight", false);
    };
    BOOST_TEST(packed(1979));
    BOOST_TEST(!packed(1980));
    BOOST_TEST(!packed(2420));
    BOOST_TEST(packed(2421));
}

BOOST_AUTO_TEST_CASE(a_tracking_number_is_the_carriers) {
    const std::string unit = laptopAt("packed");
    BOOST_TEST(send("ship", unit, Value::Object{{"carrier", "laposte"}, {"tracking", "RB123456784FR"}}) ==
               "bad_tracking");
    BOOST_TEST(send("ship", unit, Value::Object{{"carrier", "laposte"}, {"tracking", "RB123456785FR"}}) ==
               "");
    BOOST_TEST(this->unit(unit).state["delivery_note"].text().find("-BL") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(two_parcels_of_a_request_have_two_delivery_notes) {
    const std::string number = requestAt("shipped", 2);
    std::set<std::string> notes;
    for (const auto& [code, stage] : request(number).state["units"].object())
        notes.insert(unit(code).state["delivery_note"].text());
    BOOST_TEST(notes.size() == 2u);
}

// Places

BOOST_AUTO_TEST_CASE(things_are_put_only_into_an_open_container_that_is_known) {
    const std::string unit = laptop(), cage = box();
    BOOST_TEST(send("put_in", unit, Value::Object{{"container", newCode(Subject::container)}}) ==
               "unknown_code");
    BOOST_TEST(send("put_in", unit, Value::Object{{"container", cage}}) == "");
    BOOST_TEST(this->unit(unit).state["container"].text() == cage);
    must("take_out", unit);
    BOOST_TEST(!this->unit(unit).state.has("container"));
    must("combine", cage, Value::Object{{"into", box()}});
    BOOST_TEST(send("put_in", unit, Value::Object{{"container", cage}}) == "wrong_stage");
}

BOOST_AUTO_TEST_CASE(a_unit_and_a_container_are_at_the_site_where_they_came_in) {
    const std::string unit = newCode(Subject::unit), cage = newCode(Subject::container);
    must("receive", unit, receiving(), at(worker, "lyon"));
    must("open_container", cage, Value::Object{{"container_kind", "cage"}}, at(worker, "lyon"));
    BOOST_TEST(this->unit(unit).state["site"].text() == "lyon");
    BOOST_TEST(container(cage).state["site"].text() == "lyon");
}

BOOST_AUTO_TEST_CASE(logistics_takes_back_its_own_move) {
    const std::string unit = laptopAt("in_stock"), before = this->unit(unit).state["location"].text();
    const Value elsewhere = Value::Object{{"location", encodeCode("L", 8, 8)}};
    must("move", unit, elsewhere, logistics);
    must("undo", unit, {}, logistics);
    BOOST_TEST(this->unit(unit).state["location"].text() == before);
    must("move", unit, elsewhere, worker);
    BOOST_TEST(send("undo", unit, {}, logistics) == "nothing_to_undo");
}

BOOST_AUTO_TEST_CASE(a_merge_takes_in_the_loose_drives_and_only_what_is_here) {
    const std::string twin = laptop(), unit = laptop(), drive = putDrive(twin);
    const auto merged = [&](const std::string& into) {
        return send("merge", twin, Value::Object{{"into", into}, {"reason", "twice"}}, leaderWithPin());
    };
    must("remove_drive", twin, Value::Object{{"drive", drive}});
    BOOST_TEST(merged(laptopAt("shipped")) == "wrong_stage");
    BOOST_TEST(merged(laptopAt("lost")) == "wrong_stage");
    const std::string underWay = laptop();
    must("transfer", underWay, Value::Object{{"site", "lyon"}});
    BOOST_TEST(merged(underWay) == "in_transit");
    must("confirm_no_drive", unit, {}, signedByTwo());
    BOOST_TEST(merged(unit) == "");
    BOOST_TEST(!this->unit(unit).state["facts"].has("erased"));
    BOOST_TEST(send("to_recycle", unit) == "drive_loose");
    must("seal_drive", drive, Value::Object{{"bin", "B1"}}, signedByTwo());
    BOOST_TEST(send("to_recycle", unit) == "");
}

BOOST_AUTO_TEST_CASE(only_lists_of_known_things_enter_the_ledger) {
    const std::string picked = laptopAt("picked"), carcass = laptopAt("to_dismantle");
    const auto packed = [&](Value with) {
        return send("pack", picked, Value::Object{{"accessories", Value::Array{"charger", std::move(with)}}});
    };
    BOOST_TEST(packed("Mme Durand") == "bad_data");
    BOOST_TEST(packed(Value::Object{{"name", "Mme Durand"}}) == "bad_data");
    BOOST_TEST(packed("mouse") == "");
    const auto parts = [&](Value part) {
        return send("dismantle", carcass, Value::Object{{"parts", Value::Array{std::move(part)}}});
    };
    BOOST_TEST(parts("ram") == "unknown_category");
    BOOST_TEST(parts(Value::Object{{"category", "ram"}, {"count", 1}, {"note", "x"}}) == "bad_lines");
    BOOST_TEST(parts(Value::Object{{"category", "ram"}, {"count", 2}, {"grams", 60}}) == "");
}

BOOST_AUTO_TEST_CASE(between_two_sites_nothing_happens_to_a_unit_but_its_arrival) {
    const std::string unit = laptop();
    BOOST_TEST(send("arrive", unit) == "wrong_stage");
    must("transfer", unit, Value::Object{{"site", "lyon"}});
    BOOST_TEST(next(unit) == "arrive");
    BOOST_TEST(send("clean", unit) == "in_transit");
    BOOST_TEST(send("transfer", unit, Value::Object{{"site", "paris"}}) == "in_transit");
    BOOST_TEST(send("arrive", unit) == "expected_elsewhere");
    must("arrive", unit, Value::Object{{"location", shelf}}, at(worker, "lyon"));
    BOOST_TEST(this->unit(unit).state["site"].text() == "lyon");
    BOOST_TEST(send("clean", unit) == "");
}

BOOST_AUTO_TEST_CASE(a_code_in_the_data_may_come_as_the_scanner_made_it) {
    const std::string unit = laptop(), cage = box();
    std::string lower = cage;
    for (char& c : lower)
        c = static_cast<char>(std::tolower(c));
    BOOST_TEST(send("put_in", unit, Value::Object{{"container", lower + "\r"}}) == "");
    BOOST_TEST(this->unit(unit).state["container"].text() == cage);
}

// Reports

BOOST_AUTO_TEST_CASE(a_report_brings_several_facts_at_once) {
    const std::string unit = laptop();
    must(
        "report", unit,
        Value::Object{{"facts", Value::Array{Value::Object{{"kind", "record_test"}, {"data", allTestsPass()}},
                                             Value::Object{{"kind", "clean"}}}}});
    BOOST_TEST(lastEvents() == "unit:record_test unit:clean");
}

BOOST_AUTO_TEST_CASE(a_report_counts_whole_or_not_at_all) {
    const std::string unit = laptop();
    const auto version = this->unit(unit).version;
    const auto facts = [](Value second) {
        return Value::Object{{"facts", Value::Array{Value::Object{{"kind", "clean"}}, std::move(second)}}};
    };
    BOOST_TEST(send("report", unit, facts(Value::Object{{"kind", "stock"}})) == "not_in_report");
    BOOST_TEST(send("report", unit, facts("clean")) == "not_in_report");
    BOOST_TEST(send("report", unit, facts(Value::Object{{"kind", "report"}})) == "not_in_report");
    BOOST_TEST(send("report", unit, facts(Value::Object{{"kind", "grade"}})) == "missing_data");
    BOOST_TEST(send("report", unit,
                    facts(Value::Object{{"kind", "record_test"}, {"data", answers("imei", "pass")}})) ==
               "unknown_test");
    BOOST_TEST(send("report", unit, Value::Object{{"facts", Value::Array{}}}) == "bad_data");
    BOOST_TEST(
        send("report", unit, Value::Object{{"facts", Value::Array(65, Value::Object{{"kind", "clean"}})}}) ==
        "bad_data");
    BOOST_TEST(this->unit(unit).version == version);
}

BOOST_AUTO_TEST_CASE(each_fact_of_a_report_is_decided_on_what_the_one_before_has_left) {
    const std::string unit = laptop();
    const auto fact = [](std::string_view kind, Value data = {}) {
        return Value::Object{{"kind", kind}, {"data", std::move(data)}};
    };
    const Value locked = Value::Object{{"category", "laptop"}, {"verdict", "keep"}, {"locked", true}};
    BOOST_TEST(send("report", unit,
                    Value::Object{{"facts", Value::Array{fact("sort", locked),
                                                         fact("record_test", answers("post", "pass"))}}}) ==
               "locked");
    BOOST_TEST(send("report", unit,
                    Value::Object{{"facts", Value::Array{fact("sort", locked), fact("unlock"),
                                                         fact("record_test", answers("post", "pass"))}}}) ==
               "");
}

// Records

BOOST_AUTO_TEST_CASE(ones_own_last_answer_can_be_taken_back) {
    const std::string unit = laptopAt("in_work");
    const Value before = this->unit(unit).state;
    must("sort", unit, Value::Object{{"category", "screen"}, {"verdict", "recycle"}});
    BOOST_TEST(send("undo", unit, {}, colleague) == "nothing_to_undo");
    BOOST_TEST(send("undo", unit) == "");
    BOOST_TEST((this->unit(unit).state == before));
    BOOST_TEST(send("undo", unit) == "nothing_to_undo");
}

BOOST_AUTO_TEST_CASE(an_undo_brings_the_stage_back_too) {
    const std::string unit = laptop();
    must("clean", unit);
    BOOST_TEST(this->unit(unit).stage == "in_work");
    must("undo", unit);
    BOOST_TEST(this->unit(unit).stage == "received");
}

BOOST_AUTO_TEST_CASE(what_has_consequences_is_not_undone) {
    const std::string unit = laptopAt("controlled");
    BOOST_TEST(send("undo", unit, {}, colleague) == "nothing_to_undo");
    const std::string reported = laptop();
    must("report", reported,
         Value::Object{
             {"facts", Value::Array{Value::Object{{"kind", "clean"}}, Value::Object{{"kind", "clean"}}}}});
    BOOST_TEST(send("undo", reported) == "nothing_to_undo");
}

BOOST_AUTO_TEST_CASE(a_leader_takes_back_anothers_answer_with_pin) {
    const std::string unit = laptop();
    must("clean", unit);
    BOOST_TEST(send("undo", unit, {}, leader) == "nothing_to_undo");
    Author cunning = colleague;
    cunning.pinChecked = true;
    BOOST_TEST(send("undo", unit, {}, cunning) == "nothing_to_undo");
    BOOST_TEST(send("undo", unit, {}, leaderWithPin()) == "");
}

BOOST_AUTO_TEST_CASE(a_correction_needs_a_pin_and_a_value_that_the_field_may_have) {
    const std::string unit = laptop();
    const auto to = [](std::string_view field, std::string_view value) {
        return Value::Object{{"field", field}, {"value", value}, {"reason", "typo"}};
    };
    BOOST_TEST(send("correct", unit, to("model", "T490"), leader) == "pin_needed");
    BOOST_TEST(send("correct", unit, to("owner", "nobody"), leaderWithPin()) == "bad_data");
    BOOST_TEST(send("correct", unit, to("basis", "theft"), leaderWithPin()) == "bad_data");
    BOOST_TEST(send("correct", unit, to("legal_status", "gone"), leaderWithPin()) == "bad_data");
    BOOST_TEST(send("correct", unit, to("public_gift", "perhaps"), leaderWithPin()) == "bad_data");
    BOOST_TEST(send("correct", unit, to("category", "toaster"), leaderWithPin()) == "unknown_category");
    BOOST_TEST(send("correct", unit, to("grade", "A"), leaderWithPin()) == "bad_data");
    BOOST_TEST(send("correct", unit, to("owner", "client"), leaderWithPin()) == "");
    BOOST_TEST(this->unit(unit).state["owner"].text() == "client");
    BOOST_TEST(send("correct", unit, to("public_gift", "true"), leaderWithPin()) == "");
    BOOST_TEST(this->unit(unit).state["public_gift"].boolean());
}

BOOST_AUTO_TEST_CASE(tests_of_another_category_do_not_count) {
    const std::string unit = laptopAt("in_work");
    must("correct", unit, Value::Object{{"field", "category"}, {"value", "desktop"}, {"reason", "typo"}},
         leaderWithPin());
    BOOST_TEST(next(unit) == "test");
}

BOOST_AUTO_TEST_CASE(two_records_of_one_thing_become_one_and_both_histories_stay) {
    const std::string twin = laptop(), drive = putDrive(twin), unit = laptop();
    const Value into = Value::Object{{"into", unit}, {"reason", "twice"}};
    BOOST_TEST(send("merge", twin, into, leader) == "pin_needed");
    BOOST_TEST(send("merge", twin, Value::Object{{"into", twin}, {"reason", "twice"}}, leaderWithPin()) ==
               "same_thing");
    BOOST_TEST(send("merge", twin, Value::Object{{"into", newCode(Subject::unit)}, {"reason", "x"}},
                    leaderWithPin()) == "unknown_code");
    must("merge", twin, into, leaderWithPin());
    BOOST_TEST(this->unit(twin).stage == "merged");
    BOOST_TEST(this->unit(twin).state["into"].text() == unit);
    BOOST_TEST(history(Subject::unit, unit).back().kind == "absorb");
    BOOST_TEST(history(Subject::unit, twin).size() > 2u);
    BOOST_TEST(send("clean", twin) == "merged");
    BOOST_TEST(this->drive(drive).state["unit"].text() == unit);
    BOOST_TEST(send("to_recycle", unit) == "drives_not_erased");
}

BOOST_AUTO_TEST_CASE(a_record_that_is_merged_away_leaves_its_request) {
    const std::string twin = laptopAt("reserved"), number = unit(twin).state["request"].text();
    must("merge", twin, Value::Object{{"into", laptop()}, {"reason", "twice"}}, leaderWithPin());
    BOOST_TEST(request(number).state["units"].object().empty());
}

BOOST_AUTO_TEST_CASE(a_day_name_signs_daily_work_and_a_lasting_one_signs_proof) {
    const std::string unit = laptop();
    must("clean", unit);
    BOOST_TEST((history(Subject::unit, unit).back().actor == worker.actor));
    must("record_test", unit, answers("post", "pass"));
    BOOST_TEST((history(Subject::unit, unit).back().actor == worker.lastingActor));
}

BOOST_AUTO_TEST_SUITE_END()
