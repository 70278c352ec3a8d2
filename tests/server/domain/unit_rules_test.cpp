#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "server/domain/codes.h"
#include "tests/server/domain/changed_data.h"
#include "tests/server/domain/memory_world.h"

using namespace remise::domain;
using namespace remise::test;
namespace data = boost::unit_test::data;

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

BOOST_AUTO_TEST_CASE(a_label_is_printed_again_with_the_old_one_scanned_or_destroyed_and_never_when_lost) {
    const std::string unit = laptopAt("in_stock");
    const auto again = [&](const char* reason, const char* old) {
        return send("relabel", unit, Value::Object{{"reason", reason}, {"old", old}});
    };
    BOOST_TEST(again("damaged", "scanned") == "");
    BOOST_TEST(again("doubtful", "destroyed") == "");
    BOOST_TEST(this->unit(unit).stage == "in_stock");
    BOOST_TEST(again("lost", "destroyed") == "bad_data");
    BOOST_TEST(again("damaged", "somewhere") == "bad_data");
    BOOST_TEST(send("relabel", unit, Value::Object{{"reason", "unreadable"}}) == "missing_data");
    BOOST_TEST(send("relabel", laptopAt("shipped"),
                    Value::Object{{"reason", "damaged"}, {"old", "scanned"}}) == "wrong_stage");
}

BOOST_AUTO_TEST_CASE(a_drives_label_is_printed_for_a_drive_that_is_in_the_machine) {
    const std::string unit = laptop(), drive = putDrive(unit);
    const auto label = [&](const char* reason, const char* old, const std::string& of) {
        Value data = Value::Object{{"reason", reason}, {"old", old}};
        if (!of.empty()) data["drive"] = of;
        return send("relabel", unit, data);
    };
    BOOST_TEST(label("first", "none", "") == "bad_data", "a machine has had its label since its reception");
    BOOST_TEST(label("first", "destroyed", drive) == "bad_data");
    BOOST_TEST(label("damaged", "none", drive) == "bad_data");
    BOOST_TEST(!this->unit(unit).state["drives"][drive].has("labelled"));
    BOOST_TEST(label("first", "none", drive) == "");
    BOOST_TEST(this->unit(unit).state["drives"][drive].boolOr("labelled", false));
    BOOST_TEST(label("unreadable", "destroyed", drive) == "");
    BOOST_TEST(label("first", "none", newCode(Subject::drive)) == "unknown_code");
    const std::string other = laptop();
    BOOST_TEST(send("remove_drive", unit, Value::Object{{"drive", drive}}) == "");
    BOOST_TEST(label("damaged", "scanned", drive) == "drive_elsewhere");
    BOOST_TEST(send("attach_drive", other, Value::Object{{"drive", drive}}) == "");
    BOOST_TEST(this->unit(other).state["drives"][drive].boolOr("labelled", false), "it goes with its label");
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

BOOST_AUTO_TEST_SUITE_END()
