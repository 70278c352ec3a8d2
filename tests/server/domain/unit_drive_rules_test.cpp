#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "server/domain/fold.h"
#include "tests/server/domain/memory_world.h"

using namespace remise::domain;
using remise::test::MemoryWorld;
namespace data = boost::unit_test::data;

namespace {

Value erasure(const std::string& drive, std::string_view outcome) {
    return Value::Object{{"drive", drive}, {"outcome", outcome}, {"method", "Fill With Zeros"}};
}

/// The second try, by another method.
Value failedAgain(const std::string& drive) {
    Value data = erasure(drive, "failed");
    data["method"] = "PRNG Stream";
    return data;
}

Value named(const std::string& drive) {
    return Value::Object{{"drive", drive}};
}

const Value bin = Value::Object{{"bin", "B1"}};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(unit_drive_rules_test, MemoryWorld)

// Erasing

BOOST_AUTO_TEST_CASE(nobodys_word_certifies_a_drive_and_two_peoples_word_neither) {
    const std::string unit = laptop(), drive = putDrive(unit);
    Value said = erasure(drive, "erased");
    said["verification"] = "full_read";
    BOOST_TEST(send("record_erasure", unit, said) == "drive_not_verified");
    BOOST_TEST(send("record_erasure", unit, said, signedByTwo()) == "drive_not_verified");
    BOOST_TEST(send("certify_drive", unit, certifying(drive), signedByTwo()) == "no_right");
    BOOST_TEST(this->drive(drive).stage == "detected");
}

BOOST_AUTO_TEST_CASE(our_own_reading_certifies_it) {
    const std::string unit = laptop(), drive = putDrive(unit);
    must("certify_drive", unit, certifying(drive), itself);
    BOOST_TEST(this->drive(drive).stage == "certified");
    BOOST_TEST(this->drive(drive).state["proven"].boolean());
    BOOST_TEST(this->unit(unit).state["facts"].has("erased"));
}

BOOST_AUTO_TEST_CASE(nobody_is_named_as_second_who_was_not_checked) {
    const std::string unit = laptop(), drive = putDrive(unit);
    Value failed = erasure(drive, "failed");
    failed["second"] = colleague.lastingActor.text();
    must("record_erasure", unit, failed);
    BOOST_TEST(!this->drive(drive).state.has("second"));
    BOOST_TEST(!history(Subject::drive, drive).back().data.has("second"));
}

BOOST_AUTO_TEST_CASE(a_certified_drive_is_not_erased_again) {
    const std::string unit = laptop(), drive = putDrive(unit);
    erase(unit, drive);
    BOOST_TEST(send("certify_drive", unit, certifying(drive), itself) == "drive_done");
    BOOST_TEST(send("record_erasure", unit, erasure(drive, "failed")) == "drive_done");
}

BOOST_AUTO_TEST_CASE(only_a_drive_of_this_unit_is_erased_in_it) {
    const std::string unit = laptop(), elsewhere = putDrive(laptop());
    BOOST_TEST(send("certify_drive", unit, certifying(elsewhere), itself) == "drive_elsewhere");
    BOOST_TEST(send("certify_drive", unit, certifying(newCode(Subject::drive)), itself) == "unknown_code");
}

BOOST_AUTO_TEST_CASE(a_drive_that_fails_twice_is_to_be_destroyed) {
    const std::string unit = laptop(), drive = putDrive(unit);
    must("record_erasure", unit, erasure(drive, "failed"));
    BOOST_TEST(this->drive(drive).stage == "failed");
    BOOST_TEST(send("record_erasure", unit, erasure(drive, "failed")) == "other_method_needed");
    must("record_erasure", unit, failedAgain(drive));
    BOOST_TEST(this->drive(drive).stage == "to_destroy");
    BOOST_TEST(send("certify_drive", unit, certifying(drive), itself) == "drive_done");
    BOOST_TEST(send("to_recycle", unit) == "drives_not_erased");
}

BOOST_AUTO_TEST_CASE(a_success_after_a_failure_certifies_and_forgets_the_failure) {
    const std::string unit = laptop(), drive = putDrive(unit);
    must("record_erasure", unit, failedAgain(drive));
    erase(unit, drive);
    BOOST_TEST(this->drive(drive).stage == "certified");
    work(unit);
    must("control", unit, {}, colleague);
    must("fail_control", unit, Value::Object{{"void", Value::Array{"erased"}}}, colleague);
    must("record_erasure", unit, erasure(drive, "failed"));
    BOOST_TEST(this->drive(drive).stage == "failed");
}

BOOST_AUTO_TEST_CASE(a_unit_is_erased_when_the_last_of_its_drives_is) {
    const std::string unit = laptop(), one = putDrive(unit), two = putDrive(unit);
    erase(unit, one);
    BOOST_TEST(!this->unit(unit).state["facts"].has("erased"));
    erase(unit, two);
    BOOST_TEST(this->unit(unit).state["facts"].has("erased"));
    putDrive(unit);
    BOOST_TEST(!this->unit(unit).state["facts"].has("erased"));
}

// Putting in, taking out

BOOST_AUTO_TEST_CASE(a_drive_is_known_by_its_label_or_its_serial) {
    const std::string unit = laptop();
    BOOST_TEST(send("attach_drive", unit, {}) == "drive_unknown_identity");
    BOOST_TEST(send("attach_drive", unit, Value::Object{{"serial", "S1"}}) == "");
    const std::string drive = newCode(Subject::drive);
    BOOST_TEST(send("attach_drive", unit, named(drive)) == "");
    BOOST_TEST(send("attach_drive", unit, named(drive)) == "already_known");
}

BOOST_AUTO_TEST_CASE(a_drive_that_moves_is_told_in_three_histories_and_keeps_its_certificate) {
    const std::string from = laptop(), to = laptop(), drive = putDrive(from);
    erase(from, drive);
    must("attach_drive", to, named(drive));
    BOOST_TEST(lastEvents() == "drive:remove_drive unit:remove_drive drive:attach_drive unit:attach_drive");
    BOOST_TEST(history(Subject::unit, to).back().data["from"].text() == from);
    BOOST_TEST(history(Subject::unit, from).back().data["to"].text() == to);
    BOOST_TEST(this->drive(drive).stage == "certified");
    BOOST_TEST(unit(to).state["drives"][drive]["status"].text() == "certified");
    for (const auto* said : {"method", "verification", "proven", "erased_at"})
        BOOST_TEST((unit(to).state["drives"][drive].has(said) &&
                    unit(to).state["drives"][drive][said] == this->drive(drive).state[said]));
    BOOST_TEST(!unit(from).state["drives"].has(drive));
    BOOST_TEST(send("to_recycle", to) == "");
    BOOST_TEST(send("to_recycle", from) == "drives_unknown");
}

BOOST_DATA_TEST_CASE(a_drive_that_was_out_of_our_hands_comes_back_without_its_certificate,
                     data::make({"shipped", "delivered", "handed_over", "recycled", "lost"}), stage) {
    const std::string first = laptopAt("in_work"), drive = putDrive(first), reached = stage;
    erase(first, drive);
    must("control", first, {}, colleague);
    must("stock", first, stocking(shelf));
    if (reached == "lost") {
        must("lose", first);
    } else if (reached == "recycled") {
        must("to_recycle", first);
        must("recycle", first, Value::Object{{"slip", "BE-1"}, {"weight_g", 2200}}, logistics);
    } else {
        const std::string number = ask({Value::Object{{"product", "LAP-B"}, {"quantity", 1}}});
        must("validate", number);
        must("propose", number, Value::Object{{"units", Value::Array{first}}});
        must("accept", number, {}, member);
        must("pick", first);
        must("pack", first, Value::Object{{"accessories", Value::Array{"charger"}}});
        if (reached == "handed_over")
            must("hand_over", first, Value::Object{{"collection_code", "4711"}});
        else
            must("ship", first, Value::Object{{"carrier", "gls"}, {"tracking", "GLS12345678"}});
        if (reached == "delivered") must("deliver", first, {}, logistics);
    }
    const std::string again = laptop();
    must("record_inventory", again,
         Value::Object{{"report", Uuid::v4().text()},
                       {"hardware", Value::Object{}},
                       {"drives", Value::Array{named(drive)}}});
    BOOST_TEST(this->drive(drive).stage == "detected");
    BOOST_TEST(unit(again).state["drives"][drive]["status"].text() == "detected");
    BOOST_TEST(!unit(again).state["drives"][drive].has("method"));
    BOOST_TEST(!unit(again).state["facts"].has("erased"));
    BOOST_TEST(send("to_recycle", again) == "drives_not_erased");
}

BOOST_AUTO_TEST_CASE(a_carcass_goes_on_once_its_drive_is_in_sealed_custody) {
    const std::string unit = laptop(), drive = putDrive(unit);
    must("remove_drive", unit, named(drive));
    BOOST_TEST(send("to_recycle", unit) == "drive_loose");
    BOOST_TEST(next(unit) == "sort");
    must("seal_drive", drive, bin, signedByTwo());
    BOOST_TEST(this->unit(unit).state["taken_out"][drive].text() == "in_custody");
    BOOST_TEST(send("to_recycle", unit) == "");
}

BOOST_AUTO_TEST_CASE(a_loose_drive_holds_its_carcass_even_where_two_people_saw_an_empty_bay) {
    const std::string unit = laptop(), drive = putDrive(unit);
    must("remove_drive", unit, named(drive));
    must("confirm_no_drive", unit, {}, signedByTwo());
    BOOST_TEST(!this->unit(unit).state["facts"].has("erased"));
    BOOST_TEST(send("to_recycle", unit) == "drive_loose");
    must(
        "destroy_drive",
        [&] {
            must("seal_drive", drive, bin, signedByTwo());
            return drive;
        }(),
        Value::Object{{"method", "shredder"}}, signedByTwo());
    BOOST_TEST(send("to_recycle", unit) == "");
}

BOOST_AUTO_TEST_CASE(a_loose_drive_that_goes_into_another_unit_is_that_ones_to_answer_for) {
    const std::string from = laptop(), to = laptop(), drive = putDrive(from);
    must("remove_drive", from, named(drive));
    must("attach_drive", to, named(drive));
    BOOST_TEST(!unit(from).state["taken_out"].has(drive));
    must("confirm_no_drive", from, {}, signedByTwo());
    BOOST_TEST(send("to_recycle", from) == "");
    BOOST_TEST(send("to_recycle", to) == "drives_not_erased");
}

BOOST_AUTO_TEST_CASE(a_drive_that_was_put_back_is_no_longer_loose) {
    const std::string unit = laptop(), drive = putDrive(unit);
    must("remove_drive", unit, named(drive));
    must("attach_drive", unit, named(drive));
    BOOST_TEST(!this->unit(unit).state["taken_out"].has(drive));
    erase(unit, drive);
    BOOST_TEST(send("to_recycle", unit) == "");
}

BOOST_AUTO_TEST_CASE(a_certified_drive_may_be_taken_out_and_lie_anywhere) {
    const std::string unit = laptop(), drive = putDrive(unit);
    erase(unit, drive);
    must("remove_drive", unit, named(drive));
    BOOST_TEST(send("to_recycle", unit) == "");
}

BOOST_AUTO_TEST_CASE(only_what_is_in_a_unit_is_taken_out_of_it) {
    const std::string unit = laptop(), elsewhere = putDrive(laptop());
    BOOST_TEST(send("remove_drive", unit, named(elsewhere)) == "drive_elsewhere");
    BOOST_TEST(send("remove_drive", unit, named(newCode(Subject::drive))) == "unknown_code");
}

BOOST_AUTO_TEST_CASE(a_sealed_drive_goes_into_no_unit_again) {
    const std::string unit = laptop(), drive = putDrive(unit);
    must("seal_drive", drive, bin, signedByTwo());
    BOOST_TEST(send("attach_drive", laptop(), named(drive)) == "drive_done");
}

// No drive at all

BOOST_AUTO_TEST_CASE(that_there_is_no_drive_is_seen_by_two_people) {
    const std::string unit = laptop();
    BOOST_TEST(send("confirm_no_drive", unit) == "second_person_needed");
    must("confirm_no_drive", unit, {}, signedByTwo());
    BOOST_TEST(this->unit(unit).state["no_drive"].boolean());
    putDrive(unit);
    BOOST_TEST(!this->unit(unit).state.has("no_drive"));
}

BOOST_AUTO_TEST_CASE(nobody_confirms_an_empty_bay_where_a_drive_is_known) {
    const std::string unit = laptop(), drive = putDrive(unit);
    BOOST_TEST(send("confirm_no_drive", unit, {}, signedByTwo()) == "has_drive");
    erase(unit, drive);
    BOOST_TEST(send("confirm_no_drive", unit, {}, signedByTwo()) == "has_drive");
}

// Custody

BOOST_AUTO_TEST_CASE(sealing_and_destroying_take_two_people) {
    const std::string drive = putDrive(laptop());
    const Value shredded = Value::Object{{"method", "shredder"}};
    BOOST_TEST(send("seal_drive", drive, bin) == "second_person_needed");
    BOOST_TEST(send("destroy_drive", drive, shredded, signedByTwo()) == "wrong_stage");
    BOOST_TEST(send("seal_drive", drive, bin, signedByTwo()) == "");
    BOOST_TEST(send("seal_drive", drive, bin, signedByTwo()) == "wrong_stage");
    BOOST_TEST(send("destroy_drive", drive, shredded) == "second_person_needed");
    BOOST_TEST(send("destroy_drive", drive, shredded, signedByTwo()) == "");
    BOOST_TEST(this->drive(drive).stage == "destroyed");
}

BOOST_DATA_TEST_CASE(a_drive_of_any_unsealed_stage_may_be_sealed,
                     data::make({"detected", "failed", "to_destroy", "certified"}), stage) {
    const std::string unit = laptop(), drive = putDrive(unit), reached = stage;
    if (reached == "certified") erase(unit, drive);
    if (reached == "failed" || reached == "to_destroy")
        must("record_erasure", unit, erasure(drive, "failed"));
    if (reached == "to_destroy") must("record_erasure", unit, failedAgain(drive));
    BOOST_REQUIRE_EQUAL(this->drive(drive).stage, reached);
    BOOST_TEST(send("seal_drive", drive, bin, signedByTwo()) == "");
    BOOST_TEST(this->unit(unit).state["drives"][drive]["status"].text() == "in_custody");
    BOOST_TEST(send("to_recycle", unit) == "");
}

BOOST_AUTO_TEST_CASE(a_sealed_drive_that_the_contractors_list_names_is_destroyed) {
    const std::string unit = laptop(), drive = putDrive(unit);
    const Value list = Value::Object{{"list", Uuid::v4().text()}, {"slip", "BSD-77"}};
    BOOST_TEST(send("confirm_destruction", drive, list, itself) == "wrong_stage");
    must("seal_drive", drive, bin, signedByTwo());
    BOOST_TEST(send("confirm_destruction", drive, list, signedByTwo()) == "no_right");
    BOOST_TEST(send("confirm_destruction", drive, list, itself) == "");
    BOOST_TEST(this->drive(drive).stage == "destroyed");
    BOOST_TEST(this->unit(unit).state["drives"][drive]["status"].text() == "destroyed");
}

BOOST_AUTO_TEST_CASE(a_drive_to_be_destroyed_needs_no_bin_on_the_way) {
    const std::string unit = laptop(), drive = putDrive(unit);
    must("record_erasure", unit, erasure(drive, "failed"));
    must("record_erasure", unit, failedAgain(drive));
    BOOST_TEST(send("destroy_drive", drive, Value::Object{{"method", "shredder"}}, signedByTwo()) == "");
}

// Inventories

BOOST_AUTO_TEST_CASE(an_inventory_tells_maker_model_serial_and_drives) {
    const std::string unit = laptop(), known = putDrive(unit);
    must("record_inventory", unit,
         Value::Object{{"report", Uuid::v4().text()},
                       {"hardware", Value::Object{{"maker", "Lenovo"}, {"model", "T480"}, {"serial", "PF1"}}},
                       {"drives", Value::Array{named(known), Value::Object{{"serial", "NEW1"}}}}});
    BOOST_TEST(lastEvents() == "unit:record_inventory drive:attach_drive unit:attach_drive");
    BOOST_TEST(this->unit(unit).state["maker"].text() == "Lenovo");
    BOOST_TEST(this->unit(unit).state["drives"].object().size() == 2u);
}

BOOST_AUTO_TEST_CASE(an_inventory_that_cannot_be_believed_changes_nothing) {
    const std::string unit = laptop();
    const auto inventory = [](Value hardware, Value drives) {
        return Value::Object{
            {"report", Uuid::v4().text()}, {"hardware", std::move(hardware)}, {"drives", std::move(drives)}};
    };
    const Value none = Value::Object{};
    BOOST_TEST(send("record_inventory", unit, inventory(Value::Object{{"serial", 7}}, Value::Array{})) ==
               "bad_data");
    BOOST_TEST(send("record_inventory", unit,
                    inventory(Value::Object{{"model", std::string(256, 'x')}}, Value::Array{})) ==
               "bad_data");
    BOOST_TEST(send("record_inventory", unit,
                    inventory(Value::Object{{"owner", "Mme Durand"}}, Value::Array{})) == "unknown_data");
    BOOST_TEST(send("record_inventory", unit, inventory(none, Value::Array{"sda"})) == "bad_data");
    BOOST_TEST(send("record_inventory", unit, inventory(none, Value::Array{Value::Object{}})) ==
               "drive_unknown_identity");
    BOOST_TEST(send("record_inventory", unit,
                    inventory(none, Value::Array(65, Value::Object{{"serial", "S"}}))) == "bad_data");
    BOOST_TEST(this->unit(unit).version == 1);
}

BOOST_AUTO_TEST_CASE(an_inventory_finds_the_drive_of_another_unit_and_moves_it) {
    const std::string from = laptop(), to = laptop(), drive = putDrive(from);
    const Value inventory = Value::Object{
        {"report", Uuid::v4().text()}, {"hardware", Value::Object{}}, {"drives", Value::Array{named(drive)}}};
    must("record_inventory", to, inventory);
    BOOST_TEST(this->drive(drive).state["unit"].text() == to);
    must("report", from,
         Value::Object{
             {"facts", Value::Array{Value::Object{{"kind", "record_inventory"}, {"data", inventory}}}}});
    BOOST_TEST(this->drive(drive).state["unit"].text() == from);
}

BOOST_AUTO_TEST_CASE(a_report_may_carry_an_erasure_that_failed_and_none_that_is_only_told) {
    const std::string unit = laptop(), drive = putDrive(unit);
    const auto report = [&](std::string_view outcome) {
        return Value::Object{{"facts", Value::Array{Value::Object{{"kind", "record_erasure"},
                                                                  {"data", erasure(drive, outcome)}}}}};
    };
    BOOST_TEST(send("report", unit, report("erased"), signedByTwo()) == "drive_not_verified");
    BOOST_TEST(send("report", unit, report("failed")) == "");
    BOOST_TEST(this->drive(drive).stage == "failed");
}

BOOST_AUTO_TEST_CASE(what_two_people_attested_in_old_histories_stays_readable) {
    const std::string drive = newCode(Subject::drive);
    Event old;
    old.kind = "record_erasure";
    old.stageAfter = "certified";
    old.data = Value::Object{{"drive", drive},
                             {"outcome", "erased"},
                             {"method", "Fill With Zeros"},
                             {"verification", "full_read"},
                             {"second", colleague.lastingActor.text()},
                             {"drive_stage", "certified"}};
    Entity onDrive, onUnit;
    onDrive.subject = Subject::drive;
    onUnit.subject = Subject::unit;
    fold(onDrive, old, nullptr);
    old.stageAfter = "in_work";
    fold(onUnit, old, nullptr);
    BOOST_TEST(onDrive.state["attested"].boolean());
    BOOST_TEST(!onDrive.state.has("proven"));
    BOOST_TEST(onUnit.state["drives"][drive]["status"].text() == "certified");
}

BOOST_AUTO_TEST_SUITE_END()
