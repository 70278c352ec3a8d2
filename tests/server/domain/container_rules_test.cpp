#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "server/domain/codes.h"
#include "server/domain/policy.h"
#include "server/domain/stages.h"
#include "tests/server/domain/memory_world.h"

using namespace remise::domain;
using remise::test::MemoryWorld;
namespace data = boost::unit_test::data;

namespace {

Value line(std::string_view category, int count, int grams = -1) {
    Value value = Value::Object{{"category", category}, {"count", count}};
    if (grams >= 0) value["grams"] = grams;
    return value;
}

Value lines(Value::Array all) {
    return Value::Object{{"lines", std::move(all)}};
}

Value poured(const std::string& to, Value::Array all) {
    return Value::Object{{"to", to}, {"lines", std::move(all)}};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(container_rules_test, MemoryWorld)

struct Way {
    std::string_view kind, from, to;
};
constexpr Way ways[] = {
    {"count", "open", "="},
    {"split", "open", "="},
    {"combine", "open", "emptied"},
    {"move_container", "open", "="},
    {"transfer_container", "open", "in_transit"},
    {"arrive_container", "in_transit", "open"},
    {"open_container", "", "open"},
};
std::ostream& operator<<(std::ostream& out, const Way& way) {
    return out << way.kind;
}

BOOST_DATA_TEST_CASE_F(MemoryWorld, a_container_goes_from_each_stage_only_where_the_table_says,
                       data::make(ways), way) {
    for (const std::string_view stage : {"open", "in_transit", "emptied"}) {
        const std::string code = box(), other = box();
        must("count", code, lines({line("phone", 10, 1800)}));
        if (stage == "in_transit") must("transfer_container", code, Value::Object{{"site", "lyon"}});
        if (stage == "emptied") must("combine", code, Value::Object{{"into", other}});
        Value data;
        if (way.kind == "open_container") data = Value::Object{{"container_kind", "box"}};
        if (way.kind == "count") data = lines({line("phone", 1)});
        if (way.kind == "split") data = poured(other, {line("phone", 1)});
        if (way.kind == "combine") data = Value::Object{{"into", other}};
        if (way.kind == "move_container") data = Value::Object{{"location", shelf}};
        if (way.kind == "transfer_container") data = Value::Object{{"site", "lyon"}};
        const std::string refused = send(way.kind, code, data, at(worker, "lyon"));
        BOOST_TEST_CONTEXT(way.kind << " from " << stage) {
            if (containsWord(way.from, stage)) {
                BOOST_TEST(refused == "");
                BOOST_TEST(container(code).stage == (way.to == "=" ? stage : way.to));
            } else {
                BOOST_TEST(refused == (way.kind == "open_container" ? "already_known" : "wrong_stage"));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_count_says_what_is_there_and_the_next_one_replaces_it) {
    const std::string cage = box();
    must("count", cage, lines({line("phone", 200, 36000), line("charger", 30)}));
    must("count", cage, lines({line("phone", 198, 35640)}));
    BOOST_TEST(canonicalJson(container(cage).state["lines"]) == R"({"phone":{"count":198,"grams":35640}})");
}

BOOST_AUTO_TEST_CASE(zero_is_a_count) {
    const std::string cage = box();
    must("count", cage, lines({line("phone", 5)}));
    must("count", cage, lines({line("phone", 0)}));
    BOOST_TEST(container(cage).state["lines"].object().empty());
}

BOOST_AUTO_TEST_CASE(lines_that_cannot_be_are_refused) {
    const std::string cage = box();
    BOOST_TEST(send("count", cage, lines({})) == "bad_lines");
    BOOST_TEST(send("count", cage, lines({line("phone", -1)})) == "bad_lines");
    BOOST_TEST(send("count", cage, lines({line("phone", 1'000'001)})) == "bad_lines");
    BOOST_TEST(send("count", cage, lines({Value::Object{{"category", "phone"}}})) == "bad_lines");
    BOOST_TEST(send("count", cage, lines({Value::Object{{"category", "phone"}, {"count", "5"}}})) ==
               "bad_lines");
    BOOST_TEST(
        send("count", cage, lines({Value::Object{{"category", "phone"}, {"count", 1}, {"grams", -1}}})) ==
        "bad_lines");
    BOOST_TEST(send("count", cage, lines({line("unicorn", 1)})) == "unknown_category");
    BOOST_TEST(send("count", cage, lines({"phone"})) == "unknown_category");
    BOOST_TEST(send("count", cage, lines(Value::Array(201, line("phone", 1)))) == "bad_lines");
    BOOST_TEST(send("split", cage, poured(box(), {line("phone", 0)})) == "bad_lines");
}

BOOST_AUTO_TEST_CASE(what_is_poured_leaves_one_container_and_enters_the_other) {
    const std::string cage = box(), tray = box();
    must("count", cage, lines({line("phone", 10, 1800)}));
    must("split", cage, poured(tray, {line("phone", 4, 700)}));
    BOOST_TEST(canonicalJson(container(cage).state["lines"]) == R"({"phone":{"count":6,"grams":1100}})");
    BOOST_TEST(canonicalJson(container(tray).state["lines"]) == R"({"phone":{"count":4,"grams":700}})");
    BOOST_TEST(lastEvents() == "container:split container:split");
}

BOOST_AUTO_TEST_CASE(no_gram_appears_or_disappears_when_things_are_poured) {
    const std::string cage = box(), tray = box();
    must("count", cage, lines({line("phone", 10, 1801)}));
    must("split", cage, poured(tray, {line("phone", 3)}));
    BOOST_TEST(container(tray).state["lines"]["phone"]["grams"].integer() == 540);
    must("split", cage, poured(tray, {line("phone", 7, 1)}));
    BOOST_TEST(container(cage).state["lines"].object().empty());
    BOOST_TEST(container(tray).state["lines"]["phone"]["grams"].integer() == 1801);
    must("combine", tray, Value::Object{{"into", cage}});
    BOOST_TEST(container(cage).state["lines"]["phone"]["grams"].integer() == 1801);
    BOOST_TEST(container(tray).state["into"].text() == cage);
}

BOOST_AUTO_TEST_CASE(nothing_is_poured_that_is_not_there) {
    const std::string cage = box(), tray = box();
    must("count", cage, lines({line("phone", 10, 1800)}));
    BOOST_TEST(send("split", cage, poured(tray, {line("phone", 11)})) == "not_enough");
    BOOST_TEST(send("split", cage, poured(tray, {line("phone", 6), line("phone", 5)})) == "not_enough");
    BOOST_TEST(send("split", cage, poured(tray, {line("phone", 5, 1801)})) == "not_enough");
    BOOST_TEST(send("split", cage, poured(tray, {line("mouse", 1)})) == "not_enough");
    BOOST_TEST(send("split", cage, poured(tray, {line("phone", 6), line("phone", 4)})) == "");
}

BOOST_AUTO_TEST_CASE(things_are_poured_only_into_another_open_container) {
    const std::string cage = box(), away = box();
    must("count", cage, lines({line("phone", 10)}));
    must("transfer_container", away, Value::Object{{"site", "lyon"}});
    BOOST_TEST(send("split", cage, poured(cage, {line("phone", 1)})) == "same_thing");
    BOOST_TEST(send("split", cage, poured(away, {line("phone", 1)})) == "wrong_stage");
    BOOST_TEST(send("combine", cage, Value::Object{{"into", newCode(Subject::container)}}) == "unknown_code");
    BOOST_TEST(send("combine", cage, Value::Object{{"into", cage}}) == "same_thing");
}

BOOST_AUTO_TEST_CASE(a_container_that_arrives_is_at_the_site_it_was_sent_to) {
    const std::string cage = box();
    must("transfer_container", cage, Value::Object{{"site", "lyon"}});
    BOOST_TEST(send("arrive_container", cage) == "expected_elsewhere");
    must("arrive_container", cage, Value::Object{{"location", shelf}}, at(worker, "lyon"));
    BOOST_TEST(container(cage).state["site"].text() == "lyon");
    BOOST_TEST(container(cage).state["location"].text() == shelf);
    BOOST_TEST(!container(cage).state.has("in_transit"));
}

BOOST_AUTO_TEST_CASE(no_unit_is_left_behind_in_a_container_that_goes) {
    const std::string cage = box(), unit = laptop();
    must("put_in", unit, Value::Object{{"container", cage}});
    BOOST_TEST(send("transfer_container", cage, Value::Object{{"site", "lyon"}}) == "holds_units");
    BOOST_TEST(send("combine", cage, Value::Object{{"into", box()}}) == "holds_units");
    BOOST_TEST(send("move_container", cage, Value::Object{{"location", shelf}}) == "");
    must("take_out", unit);
    BOOST_TEST(send("transfer_container", cage, Value::Object{{"site", "lyon"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_counted_line_holds_category_count_and_weight_and_nothing_else) {
    Value more = line("phone", 1);
    more["seen_by"] = "Mme Durand";
    BOOST_TEST(send("count", box(), lines({more})) == "bad_lines");
}

BOOST_AUTO_TEST_SUITE_END()
