#include <boost/test/unit_test.hpp>

#include "server/domain/codes.h"
#include "tests/server/domain/changed_data.h"
#include "tests/server/domain/memory_world.h"

using namespace remise::domain;
using namespace remise::test;

BOOST_FIXTURE_TEST_SUITE(unit_record_rules_test, MemoryWorld)

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
