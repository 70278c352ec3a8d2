#include "drivers/reports/phone_reports.h"

#include <boost/test/unit_test.hpp>

using namespace remise::drivers::reports;

namespace {

const std::string phonecheck = R"({"IMEI": "490154203237518", "IMEI2": "", "Serial": "F2LZK1ABJC67",
    "Make": "Apple", "Model": "iPhone 11", "Memory": "64GB", "Working": "No", "Passed": "Front Camera,Wifi",
    "Failed": "Proximity Sensor", "Pending": "", "BatteryHealthPercentage": "82", "BatteryCycle": "512",
    "MDM": "Off", "DeviceLock": "On", "Erased": "Yes", "Grade": "B"})";

const std::string m360 = R"({"data": {"records": [{"sessionId": "1a3be5f5-dedd-4a4c-9f2e-5b1c2d3e4f50",
    "connectionTime": "2026-11-20T08:14:12+00:00", "imei": "356938035643809", "imei2": null, "serial": "R58M12ABCDE",
    "brand": "Samsung", "marketingName": "Galaxy A52", "batteryHealthPercent": "91%", "frpState": "locked",
    "MDMState": false, "simLock": null, "isClosed": true}], "hasMore": false, "totalCount": null}, "meta": {}})";

std::vector<DeviceReport> read(std::string_view text) {
    const auto reports = readDeviceReports(text);
    BOOST_REQUIRE(static_cast<bool>(reports));
    return *reports;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    text.replace(text.find(what), what.size(), with);
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(phone_reports_test)

BOOST_AUTO_TEST_CASE(phonecheck_tells_of_a_phone_at_once) {
    const DeviceReport phone = read(phonecheck).at(0);
    BOOST_TEST(phone.tool == "Phonecheck");
    BOOST_TEST(phone.imeis == std::vector<std::string>{"490154203237518"}, boost::test_tools::per_element());
    BOOST_TEST(phone.serial.value() == "F2LZK1ABJC67");
    BOOST_TEST(phone.maker == "Apple");
    BOOST_TEST(phone.model == "iPhone 11");
    BOOST_TEST(phone.batteryPercent.value() == 82);
    BOOST_TEST(phone.grade == "B");
    BOOST_TEST(phone.isLocked(DeviceLock::account).value());
    BOOST_TEST(!phone.isLocked(DeviceLock::management).value());
    BOOST_REQUIRE(phone.tests.size() == 3U);
    BOOST_TEST(phone.tests[1].name == "Wifi");
    BOOST_TEST((phone.tests[1].outcome == TestOutcome::passed));
    BOOST_TEST(phone.tests[2].name == "Proximity Sensor");
    BOOST_TEST((phone.tests[2].outcome == TestOutcome::failed));
    BOOST_REQUIRE(phone.erasures.size() == 1U);
    BOOST_TEST((phone.erasures[0].outcome == ErasureOutcome::erased));
    BOOST_TEST(!phone.isSigned);
}

BOOST_AUTO_TEST_CASE(a_list_of_phones_may_begin_with_its_count) {
    const auto phones = read("[{\"numOfRecords\": 2}, " + phonecheck + ", " +
                             replaced(phonecheck, "490154203237518", "356938035643809") + "]");
    BOOST_REQUIRE(phones.size() == 2U);
    BOOST_TEST(phones[1].imeis.at(0) == "356938035643809");
}

BOOST_AUTO_TEST_CASE(what_was_not_asked_or_is_no_known_word_is_not_answered) {
    const DeviceReport phone = read(replaced(replaced(phonecheck, "\"Erased\": \"Yes\"", "\"Erased\": \"\""),
                                             "\"DeviceLock\": \"On\"", "\"DeviceLock\": \"N/A\""))
                                   .at(0);
    BOOST_TEST(phone.erasures.empty());
    BOOST_TEST(!phone.isLocked(DeviceLock::account).has_value());
    BOOST_TEST((read(replaced(phonecheck, "\"Erased\": \"Yes\"", "\"Erased\": \"No\""))
                    .at(0)
                    .erasures.at(0)
                    .outcome == ErasureOutcome::skipped));
}

BOOST_AUTO_TEST_CASE(a_wrong_imei_is_no_imei) {
    BOOST_TEST(read(replaced(phonecheck, "490154203237518", "490154203237519")).at(0).imeis.empty());
}

BOOST_AUTO_TEST_CASE(m360_tells_of_each_closed_session) {
    const DeviceReport phone = read(m360).at(0);
    BOOST_TEST(phone.tool == "M360");
    BOOST_TEST(phone.id == "1a3be5f5-dedd-4a4c-9f2e-5b1c2d3e4f50");
    BOOST_TEST(phone.imeis.at(0) == "356938035643809");
    BOOST_TEST(phone.serial.value() == "R58M12ABCDE");
    BOOST_TEST(phone.maker == "Samsung");
    BOOST_TEST(phone.model == "Galaxy A52");
    BOOST_TEST(phone.batteryPercent.value() == 91);
    BOOST_TEST(phone.isLocked(DeviceLock::account).value());
    BOOST_TEST(!phone.isLocked(DeviceLock::management).value());
    BOOST_TEST(!phone.isLocked(DeviceLock::network).has_value());
}

BOOST_AUTO_TEST_CASE(what_no_known_tool_wrote_is_refused) {
    for (const char* text : {"{}", "[]", "{\"IMEI\": \"490154203237518\"}", "[1, null, \"x\"]",
                             "{\"data\": {\"records\": [{}, 3]}}"})
        BOOST_TEST(readDeviceReports(text).refusal().code() == "report_unknown", text);
    BOOST_TEST(readDeviceReports("IMEI,Working").refusal().code() == "not_json");
}

BOOST_AUTO_TEST_CASE(a_report_cut_anywhere_is_refused) {
    for (const std::string& whole : {phonecheck, m360})
        for (std::size_t length = 0; length < whole.size(); ++length)
            BOOST_TEST(!readDeviceReports(whole.substr(0, length)));
}

BOOST_AUTO_TEST_SUITE_END()
