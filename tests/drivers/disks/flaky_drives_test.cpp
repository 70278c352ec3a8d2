#include <boost/test/unit_test.hpp>

#include "tests/drivers/disks/flaky_guest.h"

// Drives with faults, made by a real kernel: SCSI's own simulator and device-mapper inside user-mode Linux.

using namespace remise;
using domain::Value;

namespace {

/// It runs once for all cases, whatever comes of it.
const test::FlakyGuest& guest() {
    static const test::FlakyGuest one;
    BOOST_REQUIRE_MESSAGE(one.has("finished"), "the guest did not come to its end: " << one.text("console"));
    return one;
}

std::string ending(const std::string& name) {
    const Value drive = guest().drive(name);
    return drive.textOr("outcome") + " " + drive.textOr("reason");
}

std::int64_t read(const std::string& name, std::string_view member) {
    return guest().drive(name)["verification"].integerOr(member, -1);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(flaky_drives_test)

BOOST_AUTO_TEST_CASE(a_drive_without_fault_is_erased_and_holds_nothing_of_before) {
    BOOST_TEST(ending("healthy") == "erased ");
    BOOST_TEST(guest().code("healthy") == 0);
    BOOST_TEST(guest().left("healthy") == 0);
    BOOST_TEST(guest().drive("healthy").textOr("medium") == "ssd");
    BOOST_TEST(guest().drive("healthy")["verification"].textOr("expected") == "random");
    BOOST_TEST(read("healthy", "bytes_read") == 64 * 1024 * 1024);
}

BOOST_AUTO_TEST_CASE(sectors_that_cannot_be_read_again_are_counted_one_by_one_and_fail_the_drive) {
    BOOST_TEST(ending("unreadable") == "failed unreadable_sectors");
    BOOST_TEST(guest().code("unreadable") == 1);
    BOOST_TEST(guest().drive("unreadable").integerOr("bad_sectors", 0) == 10);
    BOOST_TEST(read("unreadable", "unreadable") == 10);
    BOOST_TEST(read("unreadable", "mismatches") == 0);
    BOOST_TEST(read("unreadable", "bytes_read") == 64 * 1024 * 1024 - 10 * 512);
}

BOOST_AUTO_TEST_CASE(a_drive_that_is_pulled_out_has_failed) {
    BOOST_TEST(ending("vanishing") == "failed vanished");
    BOOST_TEST(guest().code("vanishing") == 1);
}

BOOST_AUTO_TEST_CASE(a_sector_that_writing_heals_is_erased_like_the_others) {
    BOOST_TEST(!guest().has("healing.was_readable"));
    BOOST_TEST(ending("healing") == "erased ");
    BOOST_TEST(guest().left("healing") == 0);
}

BOOST_AUTO_TEST_CASE(sectors_that_cannot_be_written_are_narrowed_down_and_fail_the_drive) {
    BOOST_TEST(ending("broken") == "failed write_errors");
    BOOST_TEST(guest().drive("broken").integerOr("bad_sectors", 0) == 8);
    const Value step = guest().drive("broken")["steps"].array().at(0);
    BOOST_TEST(step.integerOr("bytes", 0) == (8192 - 8) * 512);
    BOOST_TEST(step.textOr("result") == "failed");
    BOOST_TEST(step.integerOr("errors", 0) > 8);
}

BOOST_AUTO_TEST_CASE(a_drive_that_throws_away_what_is_written_is_found_out_by_reading) {
    BOOST_TEST(ending("lying") == "failed verification_failed");
    BOOST_TEST(read("lying", "mismatches") == 4096);
    BOOST_TEST(guest().left("lying") > 0);  // it would have been a leak
}

BOOST_AUTO_TEST_CASE(one_byte_that_arrives_as_another_fails_the_drive) {
    BOOST_TEST(ending("corrupting") == "failed verification_failed");
    BOOST_TEST(read("corrupting", "mismatches") > 0);
}

BOOST_AUTO_TEST_CASE(a_drive_that_does_nothing_right_is_given_up_before_all_of_it_was_tried) {
    BOOST_TEST(ending("dying") == "failed write_errors");
    BOOST_TEST(guest().drive("dying").integerOr("bad_sectors", 0) < 8192);
}

BOOST_AUTO_TEST_CASE(a_drive_that_answers_nothing_ends_by_the_watchdog) {
    BOOST_TEST(ending("hanging") == "failed timeout");
    BOOST_TEST(guest().drive("hanging")["steps"].array().at(0).textOr("result") == "timeout");
}

BOOST_AUTO_TEST_CASE(while_a_drive_answers_nothing_people_go_on_being_told_so) {
    std::istringstream lines(guest().text("hanging.progress"));
    int told = 0;
    for (std::string line; std::getline(lines, line);)
        told += line.find(R"("phase":"overwriting","serial":"hanging-drive")") != std::string::npos ? 1 : 0;
    BOOST_TEST(told >= 3);  // about twice a second, in the two seconds of patience
}

BOOST_AUTO_TEST_CASE(a_program_that_is_told_to_end_reports_the_drive_as_aborted) {
    BOOST_TEST(ending("stopped") == "aborted stopped");
    BOOST_TEST(guest().code("stopped") == 1);
}

BOOST_AUTO_TEST_CASE(when_the_power_fails_the_report_says_aborted) {
    BOOST_TEST(ending("unplugged") == "aborted stopped");
}

BOOST_AUTO_TEST_CASE(of_eight_drives_at_once_the_bad_one_does_not_harm_the_others) {
    const Value report = guest().report("rack");
    for (std::size_t n = 0; n < 8; ++n)
        BOOST_TEST(report["drives"].array().at(n).textOr("outcome") == (n == 7 ? "failed" : "erased"));
    BOOST_TEST(guest().code("rack") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
