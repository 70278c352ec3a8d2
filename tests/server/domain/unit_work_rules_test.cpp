#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "server/domain/codes.h"
#include "tests/server/domain/changed_data.h"
#include "tests/server/domain/memory_world.h"

using namespace remise::domain;
using namespace remise::test;
namespace data = boost::unit_test::data;

BOOST_FIXTURE_TEST_SUITE(unit_work_rules_test, MemoryWorld)

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

BOOST_AUTO_TEST_SUITE_END()
