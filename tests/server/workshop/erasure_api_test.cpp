#include "server/workshop/erasure_api.h"

#include <boost/test/unit_test.hpp>

#include "tests/server/workshop/reports.h"
#include "tests/support/field_files.h"

using namespace remise;
using namespace remise::test;
using domain::Value;

BOOST_AUTO_TEST_SUITE(erasure_api_test)

BOOST_AUTO_TEST_CASE(a_log_says_drive_by_drive_what_it_says_and_certifies_nothing) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    reports.inventory(unit, glpiJson());
    const std::string id = reports.newId();
    const auto reply = reports.erasure(unit, nwipeLog(), id);
    BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    const Value said = reports.json(reply);
    BOOST_TEST(said.textOr("report") == id);
    BOOST_REQUIRE(said["drives"].array().size() == 1);
    const Value& drive = said["drives"].array()[0];
    BOOST_TEST(drive.textOr("serial") == "S29NNXAH146409");
    BOOST_TEST(drive.textOr("method") == "Fill With Zeros");
    BOOST_TEST(drive.textOr("outcome") == "erased");
    BOOST_TEST(drive["certified"].boolean() == false);
    const Value now = reports.unit(unit)["drives"].array()[0];
    BOOST_TEST(drive.textOr("drive") == now.textOr("code"));
    BOOST_TEST(now.textOr("status") == "detected");
    BOOST_TEST(reports.count("erasure_report", "state = 'applied'") == 1);
}

BOOST_AUTO_TEST_CASE(a_drive_that_failed_is_told_with_the_reason) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    const Value drive =
        reports.json(reports.erasure(unit, nwipeLog("S29NNXAH146409", "-FAILED-", "2")))["drives"].array().at(
            0);
    BOOST_TEST(drive.textOr("outcome") == "failed");
    BOOST_TEST(drive.textOr("reason") != "");
}

BOOST_AUTO_TEST_CASE(sent_twice_it_is_kept_once_and_gets_the_same_answer) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    const std::string id = reports.newId();
    const auto first = reports.erasure(unit, nwipeLog(), id);
    reports.inventory(unit, glpiJson());  // the drive has become known since
    BOOST_TEST(reports.erasure(unit, nwipeLog(), id).body == first.body);
    BOOST_TEST(reports.count("erasure_report") == 1);
}

BOOST_AUTO_TEST_CASE(the_same_id_with_another_log_or_unit_is_refused) {
    Reports reports;
    const auto unit = reports.receivedLaptop(), other = reports.receivedLaptop();
    const std::string id = reports.newId();
    reports.erasure(unit, nwipeLog(), id);
    BOOST_TEST(reports.codeOf(reports.erasure(unit, nwipeLog("OTHER-1234"), id)) == "id_reused");
    BOOST_TEST(reports.codeOf(reports.erasure(other, nwipeLog(), id)) == "id_reused");
    BOOST_TEST(reports.count("erasure_report") == 1);
}

BOOST_AUTO_TEST_CASE(a_log_of_no_drive_we_know_waits_to_be_assigned) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    const Value said = reports.json(reports.erasure(unit, nwipeLog()));
    BOOST_TEST(!said["drives"].array().at(0).has("drive"));
    BOOST_REQUIRE(reports.queue("erasures").size() == 1);
    BOOST_TEST(reports.queue("erasures")[0].textOr("state") == "unassigned");
    BOOST_TEST(reports.queue("erasures")[0].textOr("unit") == unit);
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_log_is_refused_and_kept) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    for (const std::string& body : {std::string("hello"), std::string("\0\0", 2), std::string()})
        BOOST_TEST(reports.codeOf(reports.erasure(unit, body)) == "report_kept");
    BOOST_TEST(reports.queue("erasures").size() == 3);
}

BOOST_AUTO_TEST_CASE(a_log_cut_anywhere_never_says_erased_without_its_own_row) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    const std::string whole = nwipeLog();
    for (std::size_t length = 0; length < whole.rfind("Erased"); length += 97) {
        const auto reply = reports.erasure(unit, whole.substr(0, length));
        BOOST_TEST(reply.body.find("\"erased\"") == reply.body.npos, length);
    }
}

BOOST_AUTO_TEST_CASE(an_unknown_unit_an_unknown_badge_and_a_log_too_long_are_refused) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    BOOST_TEST(reports.codeOf(reports.erasure("BCDFGHJR", nwipeLog())) == "unknown_code");
    BOOST_TEST(reports.codeOf(reports.post(
                   "/api/v1/erasures?unit=" + unit + "&worker=x&command=" + reports.newId(), nwipeLog())) ==
               "not_a_badge");
    BOOST_TEST(reports.codeOf(reports.erasure(unit, std::string((4 << 20) + 1, ' '))) == "too_large");
    BOOST_TEST(reports.count("erasure_report") == 0);
}

BOOST_AUTO_TEST_CASE(a_recorded_erasure_may_name_the_log_as_its_evidence) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    reports.inventory(unit, glpiJson());
    const Value said = reports.json(reports.erasure(unit, nwipeLog("S29NNXAH146409", "-FAILED-", "2")));
    const auto drive = said["drives"].array().at(0).textOr("drive");
    BOOST_TEST(reports.sendOne(reports.command("record_erasure", unit,
                                               Value::Object{{"drive", drive},
                                                             {"outcome", "failed"},
                                                             {"method", "Fill With Zeros"},
                                                             {"report", said.textOr("report")}})) ==
               "accepted");
}

BOOST_AUTO_TEST_CASE(every_log_of_the_field_says_erased_for_exactly_the_drives_with_such_a_row,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    const std::map<std::string, int> erased{
        {"034_aborted_sigint.log", 0}, {"034_write_error.log", 0},        {"034_zero_ok.log", 1},
        {"042_busy_mounted.log", 0},   {"042_mixed_ok_and_error.log", 1}, {"042_zero_ok.log", 1}};
    for (const auto& [name, expected] : erased) {
        const auto reply = reports.erasure(unit, remise::tests::readFieldFile("nwipe/" + name));
        BOOST_REQUIRE_MESSAGE(reply.status == 200, name << ": " << reply.body);
        int found = 0;
        const Value said = reports.json(reply);
        for (const Value& drive : said["drives"].array()) {
            if (drive.textOr("outcome") == "erased") ++found;
            BOOST_TEST(!drive.boolOr("certified", true), name);
        }
        BOOST_TEST(found == expected, name);
    }
}

BOOST_AUTO_TEST_SUITE_END()
