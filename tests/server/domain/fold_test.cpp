#include "server/domain/fold.h"

#include <boost/test/unit_test.hpp>

#include "tests/server/domain/memory_world.h"

using namespace remise::domain;
using remise::test::MemoryWorld;

namespace {

Event event(std::string_view kind, std::string_view stage, Value data = Value::Object{}) {
    Event event;
    event.kind = kind;
    event.stageAfter = stage;
    event.data = std::move(data);
    return event;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(fold_test, MemoryWorld)

BOOST_AUTO_TEST_CASE(a_fold_takes_stage_and_version_from_the_event) {
    Entity unit;
    Event received = event("receive", "received", receiving());
    received.seq = 1;
    fold(unit, received, nullptr);
    BOOST_TEST(unit.stage == "received");
    BOOST_TEST(unit.version == 1);
    BOOST_TEST(unit.state["category"].text() == "laptop");
}

BOOST_AUTO_TEST_CASE(a_fact_says_who_established_it_and_when) {
    const std::string code = laptop();
    must("clean", code);
    const Value& fact = unit(code).state["facts"]["cleaned"];
    BOOST_TEST(fact["actor"].text() == worker.actor.text());
    BOOST_TEST(fact["at"].integer() == history(Subject::unit, code).back().at);
}

BOOST_AUTO_TEST_CASE(a_kind_that_is_not_known_yet_moves_the_unit_and_leaves_its_state) {
    Entity unit;
    fold(unit, event("receive", "received", receiving()), nullptr);
    const Value before = unit.state;
    fold(unit, event("teleport", "in_work"), nullptr);
    BOOST_TEST(unit.stage == "in_work");
    BOOST_TEST((unit.state == before));
}

BOOST_AUTO_TEST_CASE(an_undo_is_the_state_before_and_history_grows_all_the_same) {
    const std::string code = laptop();
    const Value before = unit(code).state;
    must("move", code, Value::Object{{"location", shelf}});
    must("undo", code);
    BOOST_TEST((unit(code).state == before));
    BOOST_TEST(unit(code).version == 3);
    BOOST_TEST(history(Subject::unit, code).back().data["undoes"].integer() == 2);
    BOOST_TEST(history(Subject::unit, code).back().data["kind"].text() == "move");
}

BOOST_AUTO_TEST_CASE(the_way_back_from_lost_is_part_of_the_state_and_goes_with_finding) {
    const std::string code = laptopAt("in_stock");
    must("lose", code);
    BOOST_TEST(unit(code).state["stage_before"].text() == "in_stock");
    must("find", code, Value::Object{{"location", shelf}});
    BOOST_TEST(!unit(code).state.has("stage_before"));
}

BOOST_AUTO_TEST_CASE(counted_lines_add_up_and_vanish_at_zero) {
    Value lines = Value::Object{};
    addToLine(lines, "phone", 3, 540);
    addToLine(lines, "phone", 2, 360);
    BOOST_TEST(canonicalJson(lines) == R"({"phone":{"count":5,"grams":900}})");
    addToLine(lines, "phone", -5, -900);
    BOOST_TEST(canonicalJson(lines) == "{}");
}

BOOST_AUTO_TEST_CASE(members_that_are_not_there_are_not_copied) {
    Value to = Value::Object{};
    copyMembers(to, Value::Object{{"a", 1}, {"b", nullptr}}, {"a", "b", "c"});
    BOOST_TEST(canonicalJson(to) == R"({"a":1})");
}

BOOST_AUTO_TEST_SUITE_END()
