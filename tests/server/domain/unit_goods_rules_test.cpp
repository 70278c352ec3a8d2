#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "server/domain/codes.h"
#include "server/domain/policy.h"
#include "tests/server/domain/changed_data.h"
#include "tests/server/domain/memory_world.h"

using namespace remise::domain;
using namespace remise::test;
namespace data = boost::unit_test::data;

BOOST_FIXTURE_TEST_SUITE(unit_goods_rules_test, MemoryWorld)

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
    erase(code, drive);
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

BOOST_AUTO_TEST_SUITE_END()
