#include "drivers/reports/blancco_report.h"

#include <boost/test/unit_test.hpp>

using namespace remise::drivers::reports;

namespace {

std::string entry(const std::string& name, const std::string& text) {
    return "<entry name=\"" + name + "\" type=\"string\">" + text + "</entry>";
}

std::string entries(const std::string& name, const std::string& inside) {
    return "<entries name=\"" + name + "\">" + inside + "</entries>";
}

std::string erasure(const std::string& state, const std::string& serial, const std::string& more = "") {
    return entries("erasure", entry("state", state) + entry("erasure_standard_name", "NIST 800-88 Purge") +
                                  more +
                                  entries("target", entry("model", "WDC WD10EZEX") + entry("serial", serial) +
                                                        entry("capacity", "1000204886016")));
}

const std::string description =
    "<description><document_id>b27c8a1e-0d6f-4c1a-9a60-0f1d6e2b7c55</document_id><document_log><log_entry>"
    "<author><product_name>Blancco Drive "
    "Eraser</product_name><product_version>7.16.0</product_version></author>"
    "<integrity>a91f</integrity></log_entry></document_log></description>";

std::string report(const std::string& erasures, const std::string& hardware = "") {
    return "<report><blancco_data>" + description + "<blancco_erasure_report>" +
           entries("erasures", erasures) + "</blancco_erasure_report><blancco_hardware_report>" +
           entries("system", entry("manufacturer", "Dell Inc.") + entry("model", "Latitude E7240") +
                                 entry("serial", "5CQ6VY1")) +
           hardware + "</blancco_hardware_report></blancco_data><user_data>" +
           entries("fields", entry("Operator", "Ada")) + "</user_data></report>";
}

DeviceReport read(const std::string& xml) {
    const auto reports = readDeviceReports(xml);
    BOOST_REQUIRE(static_cast<bool>(reports));
    BOOST_REQUIRE(reports->size() == 1U);
    return reports->front();
}

std::string_view outcomeOf(const std::string& state, const std::string& more = "") {
    return erasureOutcomeName(read(report(erasure(state, "WD-WCC6Y5KLEK9D", more))).erasures.at(0).outcome);
}

std::string refusalOf(const std::string& xml) {
    const auto reports = readDeviceReports(xml);
    return reports ? "read" : std::string(reports.refusal().code());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(blancco_report_test)

BOOST_AUTO_TEST_CASE(a_report_says_which_drives_were_erased_by_what) {
    const DeviceReport said =
        read(report(erasure("Successful", "WD-WCC6Y5KLEK9D") + erasure("Failed", "S2RLNX0H700433B")));
    BOOST_TEST(said.tool == "Blancco Drive Eraser");
    BOOST_TEST(said.toolVersion == "7.16.0");
    BOOST_TEST(said.id == "b27c8a1e-0d6f-4c1a-9a60-0f1d6e2b7c55");
    BOOST_TEST(said.isSigned);
    BOOST_TEST(said.maker == "Dell Inc.");
    BOOST_TEST(said.model == "Latitude E7240");
    BOOST_TEST(said.serial.value() == "5CQ6VY1");
    BOOST_REQUIRE(said.erasures.size() == 2U);
    BOOST_TEST((said.erasures[0].outcome == ErasureOutcome::erased));
    BOOST_TEST(said.erasures[0].serial.value() == "WD-WCC6Y5KLEK9D");
    BOOST_TEST(said.erasures[0].model == "WDC WD10EZEX");
    BOOST_TEST(said.erasures[0].method == "NIST 800-88 Purge");
    BOOST_TEST(said.erasures[0].bytes.value() == 1000204886016);
    BOOST_TEST((said.erasures[1].outcome == ErasureOutcome::failed));
}

BOOST_AUTO_TEST_CASE(only_the_plain_word_without_errors_is_a_success) {
    BOOST_TEST(outcomeOf("Successful") == "erased");
    BOOST_TEST(outcomeOf("Successful with exceptions") == "failed");
    BOOST_TEST(outcomeOf("Successful", entry("failed_sectors", "8")) == "failed");
    BOOST_TEST(outcomeOf("Successful", entry("total_errors", "1")) == "failed");
    BOOST_TEST(outcomeOf("Successful", entry("failed_sectors", "0")) == "erased");
    BOOST_TEST(outcomeOf("Cancelled") == "aborted");
    BOOST_TEST(outcomeOf("") == "failed");
}

BOOST_AUTO_TEST_CASE(several_reports_of_one_file_stay_apart) {
    const auto reports = readDeviceReports("<root>" + report(erasure("Successful", "WD-WCC6Y5KLEK9D")) +
                                           report(erasure("Failed", "S2RLNX0H700433B")) + "</root>");
    BOOST_REQUIRE(reports->size() == 2U);
    BOOST_TEST((*reports)[1].erasures.at(0).serial.value() == "S2RLNX0H700433B");
}

BOOST_AUTO_TEST_CASE(a_phone_tells_its_locks_and_tests) {
    const DeviceReport said = read(report(
        "", entries("phone", entry("imei", "490154203237518") + entry("market_name", "iPhone 13") +
                                 entry("find_my_iphone", "UNLOCKED") + entry("mdm_status", "LOCKED")) +
                entries("hardware_tests", entry("wi_fi", "successful") + entry("nfc", "not available") +
                                              entry("speaker", "failed") +
                                              entry("testing_duration", "00:07:59"))));
    BOOST_TEST(said.model == "iPhone 13");
    BOOST_TEST(said.imeis.at(0) == "490154203237518");
    BOOST_TEST(!said.isLocked(DeviceLock::account).value());
    BOOST_TEST(said.isLocked(DeviceLock::management).value());
    BOOST_TEST(!said.isLocked(DeviceLock::network).has_value());
    std::string tests;
    for (const DeviceTest& test : said.tests)
        tests += test.name + " " + std::string(testOutcomeName(test.outcome)) + "; ";
    BOOST_TEST(tests == "nfc not_done; speaker failed; wi_fi passed; ");
}

BOOST_AUTO_TEST_CASE(json_of_the_same_says_the_same) {
    const auto reports = readDeviceReports(R"({"reports": [{"blancco_data": {
        "description": [{"document_id": "b27c"}],
        "blancco_hardware_report": {"system": [{"@type": "string", "serial": "5CQ6VY1"},
                                               {"@type": "string", "model": "Latitude E7240"}]},
        "blancco_erasure_report": {"erasures": [
            {"erasure": [{"state": "Successful"}, {"target": [{"serial": "WD-WCC6Y5KLEK9D"}]}]},
            {"erasure": [{"state": "Failed"}, {"target": [{"serial": "S2RLNX0H700433B"}]}]}]}}}]})");
    BOOST_REQUIRE(static_cast<bool>(reports));
    const DeviceReport& said = reports->at(0);
    BOOST_TEST(said.serial.value() == "5CQ6VY1");
    BOOST_TEST(said.model == "Latitude E7240");
    BOOST_REQUIRE(said.erasures.size() == 2U);
    BOOST_TEST((said.erasures[0].outcome == ErasureOutcome::erased));
    BOOST_TEST(said.erasures[0].serial.value() == "WD-WCC6Y5KLEK9D");
    BOOST_TEST(said.erasures[1].serial.value() == "S2RLNX0H700433B");
    BOOST_TEST(!said.isSigned);
}

BOOST_AUTO_TEST_CASE(what_is_no_report_is_refused) {
    BOOST_TEST(refusalOf("<report/>") == "report_lacks");
    BOOST_TEST(refusalOf("<REQUEST><QUERY>INVENTORY</QUERY></REQUEST>") == "report_lacks");
    BOOST_TEST(refusalOf("<!DOCTYPE x><report/>") == "has_doctype");
    BOOST_TEST(refusalOf(R"({"blancco_data": 5})") == "report_lacks");
    BOOST_TEST(refusalOf(R"({"reports": [{"blancco_data": []}, 7]})") == "report_lacks");
}

BOOST_AUTO_TEST_CASE(a_report_cut_anywhere_is_refused) {
    const std::string whole = report(erasure("Successful", "WD-WCC6Y5KLEK9D"));
    for (std::size_t length = 0; length < whole.size(); ++length)
        BOOST_TEST(refusalOf(whole.substr(0, length)) != "read");
}

BOOST_AUTO_TEST_SUITE_END()
