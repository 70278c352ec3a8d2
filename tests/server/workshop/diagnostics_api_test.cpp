#include <boost/test/unit_test.hpp>

#include "tests/server/workshop/reports.h"

using namespace remise;
using namespace remise::test;
using domain::Value;

namespace {

struct Diagnostics : Reports {
    /// A phone that was received.
    std::string receivedPhone() {
        const Value replies = send({command("receive", "",
                                            Value::Object{{"category", "phone"},
                                                          {"owner", "ours"},
                                                          {"basis", "gift"},
                                                          {"legal_status", "product"},
                                                          {"lot", "L1"}})});
        BOOST_REQUIRE(replies.array().at(0).textOr("status") == "accepted");
        return replies.array().at(0)["unit"].textOr("code");
    }
    http::Reply diagnosis(const std::string& unit, const std::string& body, const std::string& id = newId()) {
        return post(
            "/api/v1/diagnostics?command=" + id + "&worker=" + worker + (unit.empty() ? "" : "&unit=" + unit),
            body);
    }
};

std::string phonecheck(const std::string& failed = "Front Camera", const std::string& lock = "Off") {
    return R"({"IMEI": "490154203237518", "Serial": "F2LZK1ABJC67", "Make": "Apple", "Model": "iPhone 11",
        "Working": "Yes", "Passed": "Wifi,Rear Camera,Proximity Sensor", "Failed": ")" +
           failed + R"(", "BatteryHealthPercentage": "82", "Erased": "Yes", "DeviceLock": ")" + lock + "\"}";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(diagnostics_api_test)

BOOST_AUTO_TEST_CASE(one_report_tells_device_battery_and_tests_at_once) {
    Diagnostics reports;
    const auto unit = reports.receivedPhone();
    const auto events = reports.count("unit_event");
    const auto reply = reports.diagnosis(unit, phonecheck());
    BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    const Value said = reports.json(reply);
    BOOST_TEST(said["inventory"].textOr("imei") == "490154203237518");
    BOOST_TEST(said["inventory"].integerOr("battery_health", 0) == 82);
    BOOST_TEST(said["tests"].textOr("cameras") == "fail");
    BOOST_TEST(said["tests"].textOr("wifi") == "pass");
    BOOST_TEST(said["tests"].textOr("sensors") == "pass");
    BOOST_TEST(reports.count("unit_event") == events + 3);  // with its memory, a drive of its own
    BOOST_TEST(reports.unit(unit).textOr("serial") == "F2LZK1ABJC67");
}

BOOST_AUTO_TEST_CASE(a_phone_that_is_known_by_its_imei_needs_no_scan) {
    Diagnostics reports;
    const auto unit = reports.receivedPhone();
    BOOST_REQUIRE(reports.diagnosis(unit, phonecheck()).status == 200);
    const auto again = reports.diagnosis("", phonecheck(""));
    BOOST_REQUIRE_MESSAGE(again.status == 200, again.body);
    const Value said = reports.json(again);
    BOOST_TEST(said["unit"].textOr("code") == unit);
    BOOST_TEST(said["tests"].textOr("cameras") == "pass");
}

BOOST_AUTO_TEST_CASE(a_phone_that_nobody_knows_waits) {
    Diagnostics reports;
    const auto reply = reports.diagnosis("", phonecheck());
    BOOST_TEST(reply.status == 202);
    BOOST_TEST(reports.json(reply).textOr("state") == "unassigned");
    BOOST_REQUIRE(reports.queue().size() == 1U);
    BOOST_TEST(reports.queue()[0].textOr("format") == "diagnostics");
}

BOOST_AUTO_TEST_CASE(no_test_counts_on_a_phone_that_is_locked) {
    Diagnostics reports;
    const auto unit = reports.receivedPhone();
    const Value said = reports.json(reports.diagnosis(unit, phonecheck("", "On")));
    BOOST_TEST(said["inventory"].textOr("locks") == "owner_account");
    BOOST_TEST(said["tests"].object().empty());
    BOOST_TEST(reports.count("unit_event", "kind = 'record_test'") == 0);
}

BOOST_AUTO_TEST_CASE(sent_twice_it_counts_once_and_gets_the_same_answer) {
    Diagnostics reports;
    const auto unit = reports.receivedPhone();
    const std::string id = reports.newId();
    const auto first = reports.diagnosis(unit, phonecheck(), id);
    const auto events = reports.count("unit_event");
    BOOST_TEST(reports.diagnosis(unit, phonecheck(), id).body == first.body);
    BOOST_TEST(reports.count("unit_event") == events);
}

BOOST_AUTO_TEST_CASE(what_the_tool_erased_certifies_nothing) {
    Diagnostics reports;
    const auto unit = reports.receivedPhone();
    BOOST_REQUIRE(reports.diagnosis(unit, phonecheck()).status == 200);
    BOOST_TEST(reports.count("unit_event", "kind = 'record_erasure'") == 0);
    BOOST_TEST(reports.count("inventory", "body LIKE '%\"Erased\": \"Yes\"%'") == 1);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_kept_for_review) {
    Diagnostics reports;
    const auto unit = reports.receivedPhone();
    BOOST_TEST(reports.codeOf(reports.diagnosis(unit, "[" + phonecheck() + "," + phonecheck() + "]")) ==
               "report_kept");
    BOOST_TEST(reports.codeOf(reports.diagnosis("", "{\"IMEI\":")) == "report_kept");
    BOOST_TEST(reports.queue().size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
