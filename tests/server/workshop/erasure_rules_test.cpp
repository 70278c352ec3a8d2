#include "server/workshop/erasure_rules.h"

#include <boost/test/unit_test.hpp>

using namespace remise::workshop;
using remise::domain::Value;

namespace {

/// What our own overwriting of a small disk leaves when all went well.
ReportedDrive overwritten() {
    ReportedDrive drive;
    drive.serial = "S1";
    drive.medium = "hdd";
    drive.bytes = 1000;
    drive.outcome = "erased";
    drive.level = "clear";
    drive.hidden = "none";
    drive.method = "overwrite_zero";
    drive.isAllWritten = true;
    drive.writtenAt = 2000;
    drive.verification = ReportedVerification{"full_read", 1000, 0, 0, 0, 3000, "zero", ""};
    return drive;
}

/// Of a job that was in force from the first second of 1970 on.
ErasureReport inTime() {
    ErasureReport report;
    report.startedAt = 1000;
    return report;
}
const Value made = "1970-01-01T00:00:00.000Z", over = "1970-01-01T12:00:00.000Z";

std::string_view why(const ReportedDrive& drive) {
    return whyNotCertified(drive);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(erasure_rules_test)

BOOST_AUTO_TEST_CASE(a_drive_that_was_written_and_then_read_whole_is_certified) {
    BOOST_TEST(why(overwritten()) == "");
}

BOOST_AUTO_TEST_CASE(one_that_its_own_firmware_purged_may_be_read_by_samples) {
    auto drive = overwritten();
    drive.level = "purge";
    drive.purged = true;
    drive.verification->method = "sampled";
    drive.verification->bytesRead = 50;
    drive.verification->places = 2000;
    BOOST_TEST(why(drive) == "");
    drive.verification->places = 1999;
    BOOST_TEST(why(drive) == "sample_too_weak");
    drive.verification->places = 2000;
    drive.verification->bytesRead = 49;
    BOOST_TEST(why(drive) == "sample_too_weak");
    drive.verification->bytesRead = 50;
    drive.level = "clear";
    BOOST_TEST(why(drive) == "sample_too_weak");
}

BOOST_AUTO_TEST_CASE(what_the_tool_does_not_call_erased_never_is) {
    for (const auto* outcome : {"failed", "aborted", "skipped", "verified"}) {
        auto drive = overwritten();
        drive.outcome = outcome;
        BOOST_TEST(why(drive) == "not_erased", outcome);
    }
}

BOOST_AUTO_TEST_CASE(a_reading_before_the_last_write_proves_nothing) {
    auto drive = overwritten();
    drive.verification->startedAt = drive.writtenAt - 1;
    BOOST_TEST(why(drive) == "verified_before_writing");
}

BOOST_AUTO_TEST_CASE(no_reading_or_one_of_a_part_proves_nothing) {
    auto drive = overwritten();
    drive.verification->bytesRead = 999;
    BOOST_TEST(why(drive) == "not_whole");
    drive.bytes = 0;
    BOOST_TEST(why(drive) == "not_whole");
    drive.bytes = 1000;
    drive.verification->bytesRead = 0;
    BOOST_TEST(why(drive) == "not_verified");
    drive.verification.reset();
    BOOST_TEST(why(drive) == "not_verified");
}

BOOST_AUTO_TEST_CASE(one_byte_that_differs_or_cannot_be_read_is_one_too_many) {
    auto differs = overwritten(), unreadable = overwritten(), bad = overwritten(), hidden = overwritten();
    differs.verification->mismatches = 1;
    unreadable.verification->unreadable = 1;
    bad.badSectors = 1;
    hidden.hidden = "left";
    BOOST_TEST(why(differs) == "verification_failed");
    BOOST_TEST(why(unreadable) == "verification_failed");
    BOOST_TEST(why(bad) == "bad_sectors");
    BOOST_TEST(why(hidden) == "hidden_area_left");
}

BOOST_AUTO_TEST_CASE(a_report_that_names_nothing_that_was_done_proves_nothing) {
    auto drive = overwritten();
    drive.method.clear();
    BOOST_TEST(why(drive) == "no_method");
}

BOOST_AUTO_TEST_CASE(a_drive_of_which_no_step_has_written_every_sector_is_not_erased) {
    auto drive = overwritten();
    drive.isAllWritten = false;
    BOOST_TEST(why(drive) == "not_whole");
}

BOOST_AUTO_TEST_CASE(a_level_that_no_step_reaches_is_not_believed) {
    auto drive = overwritten();
    drive.level = "purge";
    BOOST_TEST(why(drive) == "level_not_reached");
}

BOOST_AUTO_TEST_CASE(a_drive_of_which_nobody_could_ask_whether_it_hides_sectors_is_not_certified) {
    auto drive = overwritten();
    drive.hidden = "unknown";
    BOOST_TEST(why(drive) == "hidden_area_unknown");
}

BOOST_AUTO_TEST_CASE(a_drive_is_the_one_that_is_known_when_model_and_size_may_be_the_same) {
    const auto why = [](const std::string& model, std::int64_t megabytes,
                        const std::string& hidden = "none") {
        auto drive = overwritten();
        drive.model = "ST500LM021-1KJ15";
        drive.bytes = 500'107'862'016;
        drive.hidden = hidden;
        return std::string(
            whyAnotherDrive(drive, Value::Object{{"model", model}, {"capacity_mb", megabytes}}));
    };
    BOOST_TEST(why("ST500LM021-1KJ152", 500107) == "");
    BOOST_TEST(why("Seagate ST500LM021-1KJ15", 476940) == "");  // counted in 1,024
    BOOST_TEST(whyAnotherDrive(overwritten(), Value::Object{}) == "");
    BOOST_TEST(why("ST1000LM035", 500107) == "other_drive");
    BOOST_TEST(why("ST500LM021-1KJ152", 1000204) == "other_drive");
    BOOST_TEST(why("ST500LM021-1KJ152", 250059) == "other_drive");
    BOOST_TEST(why("ST500LM021-1KJ152", 250059, "removed") == "");
}

BOOST_AUTO_TEST_CASE(a_second_reading_counts_when_all_was_read_and_nothing_found) {
    auto drive = overwritten();
    drive.outcome = "verified";
    BOOST_TEST(whyNotChecked(drive) == "");
    BOOST_TEST(whyNotCertified(drive) == "not_erased");
    drive.verification->bytesRead = 999;
    BOOST_TEST(whyNotChecked(drive) == "not_whole");
    drive.verification->mismatches = 1;
    drive.outcome = "failed";
    BOOST_TEST(whyNotChecked(drive) == "verification_failed");
    drive.verification->mismatches = 0;
    BOOST_TEST(whyNotChecked(drive) == "not_verified");
}

BOOST_AUTO_TEST_CASE(a_job_to_check_is_answered_by_a_reading_and_by_nothing_else) {
    const Value check =
        Value::Object{{"erase", "check"},
                      {"made_at", made},
                      {"expires_at", over},
                      {"drives", Value::Array{Value::Object{{"serial", "s1"}, {"expected", "zero"}}}}};
    ErasureReport reading = inTime();
    reading.onlyReads = true;
    BOOST_TEST(whyNotAsked(reading, overwritten(), check, "") == "");
    BOOST_TEST(whyNotAsked(inTime(), overwritten(), check, "hdd") == "wrong_report");
    Value purge = check;
    purge["erase"] = "purge";
    BOOST_TEST(whyNotAsked(reading, overwritten(), purge, "hdd") == "wrong_report");
}

BOOST_AUTO_TEST_CASE(only_what_the_job_asked_for_and_the_site_accepts_counts) {
    const Value job = Value::Object{{"verification", "full_read"},
                                    {"made_at", made},
                                    {"expires_at", over},
                                    {"drives", Value::Array{Value::Object{{"serial", "s1"}}}}};
    auto drive = overwritten();
    BOOST_TEST(whyNotAsked(inTime(), drive, job, "hdd") == "");
    BOOST_TEST(whyNotAsked(inTime(), drive, job, "ssd nvme") == "clear_not_accepted");
    BOOST_TEST(whyNotAsked(inTime(), drive, job, "hdd", "ssd") == "clear_not_accepted");
    BOOST_TEST(whyNotAsked(inTime(), drive, job, "hdd ssd", "ssd") == "");
    drive.level = "purge";
    BOOST_TEST(whyNotAsked(inTime(), drive, job, "") == "");
    drive.verification->method = "sampled";
    BOOST_TEST(whyNotAsked(inTime(), drive, job, "hdd") == "read_in_samples");
    drive.serial = "S2";
    BOOST_TEST(whyNotAsked(inTime(), drive, job, "hdd") == "not_in_job");
}

BOOST_AUTO_TEST_SUITE_END()
