#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "server/domain/kinds.h"
#include "server/domain/policy.h"
#include "server/domain/stages.h"
#include "tests/server/domain/memory_world.h"

using namespace remise::domain;
using remise::test::MemoryWorld;
namespace data = boost::unit_test::data;

namespace {

constexpr std::string_view allStages =
    "submitted incomplete queued quoted proposed confirmed paid preparing partly_shipped shipped delivered "
    "closed "
    "cancelled refused";

/// A request's life, written down a second time.
struct Way {
    std::string_view kind, from, to;
};
constexpr Way ways[] = {
    {"return_for_completion", "submitted", "incomplete"},
    {"complete", "incomplete", "submitted"},
    {"validate", "submitted", "queued"},
    {"refuse", "submitted incomplete queued quoted", "refused"},
    {"propose", "queued quoted", "proposed"},
    {"accept", "proposed", "confirmed"},
    {"decline", "proposed", "queued"},
    {"pay", "confirmed", "paid"},
    {"pay", "preparing partly_shipped shipped delivered", "="},
    {"cancel", "submitted incomplete queued quoted proposed confirmed paid preparing", "cancelled"},
    {"close", "delivered", "closed"},
};

std::ostream& operator<<(std::ostream& out, const Way& way) {
    return out << way.kind << " to " << way.to;
}

Value submission(const MemoryWorld& world, Value::Array lines, std::string_view way = "demande") {
    return Value::Object{
        {"way", way}, {"association", world.member.association.text()}, {"lines", std::move(lines)}};
}

Value line(std::string_view product, Value quantity) {
    return Value::Object{{"product", product}, {"quantity", std::move(quantity)}};
}

Value units(Value::Array codes) {
    return Value::Object{{"units", std::move(codes)}};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(request_rules_test, MemoryWorld)

BOOST_DATA_TEST_CASE_F(MemoryWorld, a_request_goes_from_each_stage_only_where_the_table_says,
                       data::make(ways), way) {
    forEachWord(allStages, [&](std::string_view stage) {
        const std::string number = requestAt(stage, stage == "partly_shipped" ? 2 : 1);
        BOOST_REQUIRE_EQUAL(request(number).stage, stage);
        Value data;
        if (way.kind == "return_for_completion") data = Value::Object{{"missing", "purpose"}};
        if (way.kind == "refuse") data = Value::Object{{"reason", "not_eligible"}};
        if (way.kind == "propose") data = units({laptopAt("in_stock")});
        if (way.kind == "pay") data = Value::Object{{"means", "card"}, {"amount_cents", 14900}};
        const bool members = containsWord("complete accept decline cancel", way.kind);
        bool starts = false;
        for (const Way& other : ways)
            starts = starts || (other.kind == way.kind && containsWord(other.from, stage));
        if (starts && !containsWord(way.from, stage)) return;  // the other row of this kind speaks of it
        const std::string refused = send(way.kind, number, data, members ? member : team);
        BOOST_TEST_CONTEXT(way << " from " << stage) {
            BOOST_TEST(refused == (starts ? "" : "wrong_stage"));
            BOOST_TEST(request(number).stage == (!starts || way.to == "=" ? stage : way.to));
        }
    });
}

BOOST_AUTO_TEST_CASE(the_ways_know_every_kind_of_a_request) {
    for (const KindRow& row : kinds())
        if (row.subject == Subject::request && row.name != "submit")
            BOOST_TEST(std::any_of(std::begin(ways), std::end(ways),
                                   [&](const Way& way) { return way.kind == row.name; }),
                       row.name);
}

BOOST_AUTO_TEST_CASE(an_association_speaks_for_itself_only) {
    Author stranger = person(Role::association);
    stranger.association = Uuid::v4();
    BOOST_TEST(send("submit", "", submission(*this, {line("LAP-B", 1)}), stranger) == "other_association");
    const std::string number = requestAt("proposed");
    for (const auto kind : {"accept", "decline", "cancel"})
        BOOST_TEST(send(kind, number, {}, stranger) == "other_association");
    BOOST_TEST(send("accept", number, {}, member) == "");
}

BOOST_AUTO_TEST_CASE(lines_that_cannot_be_are_refused) {
    const auto refused = [&](Value::Array lines) {
        return send("submit", "", submission(*this, std::move(lines)), member);
    };
    BOOST_TEST(refused({}) == "bad_lines");
    BOOST_TEST(refused({line("LAP-B", 0)}) == "bad_lines");
    BOOST_TEST(refused({line("LAP-B", -1)}) == "bad_lines");
    BOOST_TEST(refused({line("LAP-B", 501)}) == "bad_lines");
    BOOST_TEST(refused({line("LAP-B", "1")}) == "bad_lines");
    BOOST_TEST(refused({line("", 1)}) == "bad_lines");
    BOOST_TEST(refused({line("a b", 1)}) == "bad_lines");
    BOOST_TEST(refused({"LAP-B"}) == "bad_lines");
    BOOST_TEST(refused(Value::Array(51, line("LAP-B", 1))) == "bad_lines");
    BOOST_TEST(refused({line("LAP-B", 500)}) == "");
}

BOOST_AUTO_TEST_CASE(a_commande_is_quoted_where_a_demande_is_queued) {
    BOOST_TEST(request(requestAt("queued")).stage == "queued");
    BOOST_TEST(request(requestAt("quoted")).stage == "quoted");
}

// What is kept for it

BOOST_AUTO_TEST_CASE(only_what_a_line_waits_for_is_kept) {
    const std::string number = requestAt("queued");
    const std::string right = laptopAt("in_stock"), other = laptopAt("controlled");
    Value data = stocking(shelf);
    data["product"] = "LAP-A";
    must("stock", other, data);
    BOOST_TEST(send("reserve", other, Value::Object{{"request", number}}, team) == "other_product");
    BOOST_TEST(send("reserve", right, Value::Object{{"request", "2026-99999"}}, team) == "unknown_code");
    BOOST_TEST(send("reserve", right, Value::Object{{"request", number}}, team) == "");
    BOOST_TEST(send("reserve", laptopAt("in_stock"), Value::Object{{"request", number}}, team) ==
               "line_full");
    BOOST_TEST(request(number).state["units"][right].text() == "reserved");
}

BOOST_AUTO_TEST_CASE(a_line_may_ask_for_a_lowest_grade_and_a_system) {
    const auto asks = [&](std::string_view field, std::string_view what) {
        Value wanted = line("LAP-B", 1);
        wanted[field] = what;
        const std::string number = ask({wanted});
        must("validate", number);
        return send("reserve", laptopAt("in_stock"), Value::Object{{"request", number}}, team);
    };
    BOOST_TEST(asks("lowest_grade", "A") == "other_product");
    BOOST_TEST(asks("lowest_grade", "B") == "");
    BOOST_TEST(asks("os", "windows") == "other_product");
    BOOST_TEST(asks("os", "linux") == "");
}

BOOST_AUTO_TEST_CASE(what_is_a_clients_or_for_another_channel_is_not_sold_to_an_association) {
    const std::string number = requestAt("queued");
    const std::string clients = laptopAt("controlled"), shops = laptopAt("controlled");
    must("correct", clients, Value::Object{{"field", "owner"}, {"value", "client"}, {"reason", "typo"}},
         leaderWithPin());
    Value data = stocking(shelf);
    must("stock", clients, data);
    data["channel"] = "shop";
    must("stock", shops, data);
    BOOST_TEST(send("reserve", clients, Value::Object{{"request", number}}, team) == "not_ours");
    BOOST_TEST(send("reserve", shops, Value::Object{{"request", number}}, team) == "other_channel");
}

BOOST_AUTO_TEST_CASE(a_public_gift_is_kept_for_no_request_while_nobody_allows_it) {
    const std::string number = requestAt("queued"), unit = laptopAt("controlled");
    must("correct", unit, Value::Object{{"field", "public_gift"}, {"value", "true"}, {"reason", "papers"}},
         leaderWithPin());
    BOOST_TEST(send("stock", unit, stocking(shelf)) == "public_gift_off");
    BOOST_TEST(send("reserve", unit, Value::Object{{"request", number}}, team) == "wrong_stage");
}

BOOST_AUTO_TEST_CASE(a_line_says_product_quantity_price_grade_and_system_and_nothing_else) {
    const auto ordered = [&](std::string_view name, Value value) {
        Value line = Value::Object{{"product", "LAP-B"}, {"quantity", 1}};
        line[name] = std::move(value);
        return send("submit", "",
                    Value::Object{{"way", "demande"},
                                  {"association", member.association.text()},
                                  {"lines", Value::Array{line}}},
                    member);
    };
    BOOST_TEST(ordered("lowest_grade", "D") == "");
    BOOST_TEST(ordered("os", "linux") == "");
    BOOST_TEST(ordered("price_cents", 14900) == "");
    BOOST_TEST(ordered("lowest_grade", "R") == "bad_lines");
    BOOST_TEST(ordered("lowest_grade", "AB") == "bad_lines");
    BOOST_TEST(ordered("os", "beos") == "bad_lines");
    BOOST_TEST(ordered("price_cents", "14900") == "bad_lines");
    BOOST_TEST(ordered("name", "Mme Durand") == "bad_lines");
}

BOOST_AUTO_TEST_CASE(what_was_picked_goes_back_to_its_shelf_when_its_request_ends) {
    for (const std::string_view stage : {"picked", "packed"}) {
        const std::string unit = laptopAt(stage), number = this->unit(unit).state["request"].text();
        BOOST_TEST(!this->unit(unit).state.has("location"));
        must("cancel", number, {}, member);
        BOOST_TEST(this->unit(unit).stage == "in_stock");
        BOOST_TEST(this->unit(unit).state["location"].text() == shelf);
        BOOST_TEST(!this->unit(unit).state.has("shelf"));
    }
}

BOOST_AUTO_TEST_CASE(nothing_is_kept_for_what_is_not_validated_or_over) {
    const std::string unit = laptopAt("in_stock");
    for (const std::string_view stage : {"submitted", "incomplete", "cancelled", "refused", "delivered"})
        BOOST_TEST(send("reserve", unit, Value::Object{{"request", requestAt(stage)}}, team) ==
                   "request_not_confirmed");
}

BOOST_AUTO_TEST_CASE(a_proposal_keeps_all_its_units_or_none) {
    const std::string number = requestAt("queued", 2);
    const std::string one = laptopAt("in_stock"), two = laptopAt("in_stock"), work = laptopAt("in_work");
    BOOST_TEST(send("propose", number, units({one, work})) == "wrong_stage");
    BOOST_TEST(send("propose", number, units({one, one})) == "wrong_stage");
    BOOST_TEST(send("propose", number, units({one, "BCDFGHJR"})) == "unknown_code");
    BOOST_TEST(send("propose", number, units({one, 7})) == "unknown_code");
    BOOST_TEST(send("propose", number, units({})) == "bad_lines");
    BOOST_TEST(send("propose", number, units({one, two, laptopAt("in_stock")})) == "line_full");
    BOOST_TEST(unit(one).stage == "in_stock");
    BOOST_TEST(send("propose", number, units({one, two})) == "");
    BOOST_TEST(unit(one).stage == "reserved");
    BOOST_TEST(unit(two).state["request"].text() == number);
    BOOST_TEST(request(number).state["units"].object().size() == 2u);
}

BOOST_AUTO_TEST_CASE(what_was_declined_goes_back_to_stock_and_the_request_waits_again) {
    const std::string number = requestAt("proposed", 2), kept = unitOf(number);
    must("decline", number, Value::Object{{"reason", "too_late"}}, member);
    BOOST_TEST(request(number).stage == "queued");
    BOOST_TEST(request(number).state["units"].object().empty());
    BOOST_TEST(unit(kept).stage == "in_stock");
    BOOST_TEST(!unit(kept).state.has("request"));
}

BOOST_AUTO_TEST_CASE(a_request_that_is_called_off_gives_everything_back_even_from_the_parcel) {
    const std::string number = requestAt("preparing", 3);
    std::vector<std::string> kept;
    for (const auto& [code, stage] : request(number).state["units"].object())
        kept.push_back(code);
    must("pack", kept[0], Value::Object{{"accessories", Value::Array{"charger"}}});
    must("cancel", number, {}, member);
    for (const auto& code : kept)
        BOOST_TEST(unit(code).stage == "in_stock");
}

BOOST_AUTO_TEST_CASE(nothing_is_picked_before_the_association_said_yes) {
    const std::string number = requestAt("proposed");
    BOOST_TEST(send("pick", unitOf(number)) == "request_not_confirmed");
    must("accept", number, {}, member);
    BOOST_TEST(send("pick", unitOf(number)) == "");
}

// It follows its units

BOOST_AUTO_TEST_CASE(a_request_stands_where_its_units_stand_together) {
    const std::string number = requestAt("confirmed", 2);
    std::vector<std::string> kept;
    for (const auto& [code, stage] : request(number).state["units"].object())
        kept.push_back(code);
    const auto after = [&](std::string_view kind, std::size_t which, Value data = {}) {
        must(kind, kept[which], std::move(data));
        return request(number).stage;
    };
    const Value parcel = Value::Object{{"carrier", "gls"}, {"tracking", "GLS12345678"}};
    const Value charger = Value::Object{{"accessories", Value::Array{"charger"}}};
    BOOST_TEST(after("pick", 0) == "preparing");
    BOOST_TEST(after("pack", 0, charger) == "preparing");
    BOOST_TEST(after("ship", 0, parcel) == "partly_shipped");
    BOOST_TEST(after("deliver", 0) == "partly_shipped");
    BOOST_TEST(after("pick", 1) == "partly_shipped");
    BOOST_TEST(after("pack", 1, charger) == "partly_shipped");
    BOOST_TEST(after("ship", 1, parcel) == "shipped");
    BOOST_TEST(after("deliver", 1) == "delivered");
    BOOST_TEST(request(number).state["tracking"].text() == "GLS12345678");
}

BOOST_AUTO_TEST_CASE(a_request_whose_last_unit_is_put_back_waits_for_another) {
    const std::string confirmed = requestAt("preparing");
    must("unpick", unitOf(confirmed), Value::Object{{"location", shelf}});
    BOOST_TEST(request(confirmed).stage == "confirmed");
    BOOST_TEST(send("reserve", laptopAt("in_stock"), Value::Object{{"request", confirmed}}, team) == "");
    const std::string paid = requestAt("paid");
    must("pick", unitOf(paid));
    must("unpick", unitOf(paid), Value::Object{{"location", shelf}});
    BOOST_TEST(request(paid).stage == "paid");
}

BOOST_DATA_TEST_CASE_F(MemoryWorld, a_unit_that_leaves_its_request_is_no_longer_counted,
                       data::make({"release", "block"}), kind) {
    const std::string number = requestAt("confirmed"), kept = unitOf(number);
    must(kind, kept);
    BOOST_TEST(request(number).state["units"].object().empty());
    BOOST_TEST(!unit(kept).state.has("request"));
}

BOOST_AUTO_TEST_CASE(a_parcel_that_comes_back_undelivered_leaves_the_request_waiting) {
    const std::string number = requestAt("shipped"), kept = unitOf(number);
    must("return", kept, Value::Object{{"reason", "refused"}, {"unopened", true}});
    BOOST_TEST(request(number).stage == "confirmed");
    must("restock", kept, Value::Object{{"location", shelf}});
    BOOST_TEST(send("reserve", kept, Value::Object{{"request", number}}, team) == "");
}

BOOST_AUTO_TEST_CASE(a_return_after_delivery_leaves_the_request_delivered) {
    const std::string number = requestAt("delivered", 2);
    must("return", unitOf(number), Value::Object{{"reason", "broken"}});
    BOOST_TEST(request(number).stage == "delivered");
    BOOST_TEST(request(number).state["units"].object().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_request_is_paid_once_before_or_after_delivery) {
    const Value paid = Value::Object{{"means", "transfer"}, {"amount_cents", 14900}};
    const std::string number = requestAt("delivered");
    BOOST_TEST(send("pay", number, paid) == "");
    BOOST_TEST(request(number).stage == "delivered");
    BOOST_TEST(send("pay", number, paid) == "already_known");
}

BOOST_AUTO_TEST_SUITE_END()
