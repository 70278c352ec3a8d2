#include "terminal/floor_rules.h"

#include <boost/test/unit_test.hpp>

#include "tests/terminal/floor.h"
#include "tests/terminal/sent_work.h"

using namespace remise::terminal;
using remise::domain::Command;
using remise::domain::Uuid;
using remise::domain::Value;

namespace {

const Signer hirondelle{remise::domain::Role::worker, Uuid::v4(), "", {}};

Command command(const std::string& kind, Value data) {
    Command command = sent_work::clean(floor_of::unit);
    command.kind = kind;
    command.data = std::move(data);
    return command;
}

KnownUnit received() {
    return *foldedFrom(floor_of::receivedLaptop(floor_of::unit));
}

KnownUnit sorted(const std::string& battery) {
    const Value data = Value::Object{{"category", "laptop"}, {"verdict", "keep"}, {"battery", battery}};
    const KnownUnit unit = received();
    return *decideHere(command("sort", data), hirondelle, &unit);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(floor_rules_test)

BOOST_AUTO_TEST_CASE(a_history_folds_to_what_the_server_says) {
    const KnownUnit unit = received();
    BOOST_TEST(unit.now.stage == "received");
    const Value seen = asLookedUp(unit.now);
    BOOST_TEST(seen.textOr("next") == "sort");
    BOOST_TEST(seen.textOr("maker") == "Lenovo");
    BOOST_TEST(seen["drives"].isArray());
    Value other = floor_of::receivedLaptop(floor_of::unit);
    other["version"] = 2;
    BOOST_TEST(!foldedFrom(other).has_value(), "a history with a hole is no history");
}

BOOST_AUTO_TEST_CASE(a_unit_moves_on_by_the_rules_of_the_house) {
    const KnownUnit unit = sorted("ok");
    BOOST_TEST(unit.now.stage == "in_work");
    BOOST_TEST(unit.now.version == 2);
    BOOST_TEST(unit.now.state.textOr("verdict") == "keep");
}

BOOST_AUTO_TEST_CASE(what_the_rules_refuse_is_refused_here_too) {
    const KnownUnit unit = sorted("swollen");
    const Value data = Value::Object{{"tests", Value::Object{{"keyboard", "pass"}}}};
    const auto tested = decideHere(command("record_test", data), hirondelle, &unit);
    BOOST_REQUIRE(!tested.ok());
    BOOST_TEST(tested.refusal().code() == "swollen_battery");
    const KnownUnit fresh = received();
    BOOST_TEST(decideHere(command("stock", Value::Object{{"product", "LP-1"}, {"location", floor_of::shelf}}),
                          hirondelle, &fresh)
                   .refusal()
                   .code() == "wrong_stage");
}

BOOST_AUTO_TEST_CASE(the_last_answer_is_taken_back_and_a_second_one_is_not) {
    const KnownUnit unit = sorted("ok");
    const auto undone = decideHere(command("undo", Value::Object{}), hirondelle, &unit);
    BOOST_REQUIRE(undone.ok());
    BOOST_TEST(undone->now.stage == "received");
    BOOST_TEST(!decideHere(command("undo", Value::Object{}), hirondelle, &*undone).ok());
}

BOOST_AUTO_TEST_CASE(what_is_kept_of_a_unit_is_the_unit) {
    const KnownUnit unit = sorted("ok");
    const auto kept = knownUnitFrom(toValue(unit));
    BOOST_REQUIRE(kept.has_value());
    BOOST_TEST((toValue(*kept) == toValue(unit)));
    BOOST_TEST(decideHere(command("undo", Value::Object{}), hirondelle, &*kept).ok());
}

BOOST_AUTO_TEST_SUITE_END()
