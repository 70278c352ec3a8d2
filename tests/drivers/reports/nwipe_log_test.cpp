#include "drivers/reports/nwipe_log.h"

#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "drivers/reports/report.h"
#include "tests/support/field_files.h"

using namespace remise::drivers::reports;
using nlohmann::json;
namespace data = boost::unit_test::data;

namespace {

/// A log of two drives as nwipe 0.42 writes it; the tests bend it.
const std::string twoDrives =
    R"([2026/11/22 05:03:55]    info: nwipe 0.42
[2026/11/22 05:04:02]  notice: Found /dev/sda, ATA     , Samsung SSD 860 EVO, 500GB,  500 GB, S/N=S3Z9NB0K123456
[2026/11/22 05:04:02]  notice: Found /dev/nvme0n1, NVME    , PM951/NVMe,  256 GB, S/N=S29NNXAH146409
[2026/11/22 05:04:02]  notice: Found /dev/sdb, USB     , DT 101 G2,   16 GB, S/N=001CC0EC34A1
[2026/11/22 05:04:02]  notice: Program options are set as follows...
[2026/11/22 05:04:02]  notice:   banner       = nwipe 0.42
[2026/11/22 05:04:02]  notice:   method       = PRNG Stream
[2026/11/22 05:04:02]  notice:   rounds       = 2
[2026/11/22 05:04:02]  notice:   verify       = 2 (all passes)
[2026/11/22 05:04:02]  notice: Invoking method 'PRNG Stream' on /dev/sda
[2026/11/22 05:04:02]  notice: Invoking method 'PRNG Stream' on /dev/nvme0n1
[2026/11/22 05:04:25]   debug: Status: /dev/sda, result=0, pass_errors=0, verify_errors=0, fsync_errors=0

******************************** Error Summary *********************************
!   Device | Pass Errors | Verifications Errors | Fdatasync I\O Errors
--------------------------------------------------------------------------------
       sda |           0 |                    0 |                    0
   nvme0n1 |           0 |                    0 |                    0
********************************************************************************

******************************* Erasure Summary ********************************
!   Device |      Bytes Erased |      Bytes Total | Percentage Erased
--------------------------------------------------------------------------------
       sda |      500107862016 |     500107862016 |           100.00%
   nvme0n1 |      256060514304 |     256060514304 |           100.00%
********************************************************************************

********************************* Drive Status *********************************
!   Device | Status | Thru-put | HH:MM:SS | Model/Serial Number
--------------------------------------------------------------------------------
       sda | Erased |  426 MB/s | 01:25:04 | Samsung SSD 860 E/S3Z9NB0K123456
   nvme0n1 | Erased |  900 MB/s | 00:10:00 | PM951/NVMe/S29NNXAH146409
--------------------------------------------------------------------------------
[2026/11/22 06:29:25] Total Throughput  427 MB/s, PRNG Stream, 2R+NB+VA
********************************************************************************

[2026/11/22 06:29:25]    info: Nwipe successfully completed. See summary table for details.
)";

NwipeLog read(std::string_view text) {
    const auto log = readNwipeLog(text);
    if (!log) BOOST_FAIL(log.refusal().code());
    return *log;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const auto at = text.find(what);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, what);
    return text.replace(at, what.size(), with);
}

NwipeDrive driveOf(const NwipeLog& log, std::string_view device) {
    for (const NwipeDrive& drive : log.drives())
        if (drive.device == device) return drive;
    BOOST_FAIL("no " << device);
    return {};
}

/// "erased" or "failed serials_differ"
std::string verdictOn(std::string_view text, std::string_view device = "/dev/sda") {
    const NwipeDrive drive = driveOf(read(text), device);
    const std::string reason(erasureReasonName(drive.reason));
    return std::string(erasureOutcomeName(drive.outcome)) + (reason.empty() ? "" : " " + reason);
}

std::string bent(std::string_view what, std::string_view with) {
    return verdictOn(replaced(twoDrives, what, with));
}

std::multiset<std::string> erasedDevices(std::string_view text) {
    std::multiset<std::string> erased;
    if (const auto log = readNwipeLog(text))
        for (const NwipeRun& run : log->runs)
            for (const NwipeDrive& drive : run.drives)
                if (drive.outcome == ErasureOutcome::erased) erased.insert(drive.device);
    return erased;
}

bool saysNoMore(std::string_view part, const std::multiset<std::string>& whole) {
    const auto erased = erasedDevices(part);
    return std::includes(whole.begin(), whole.end(), erased.begin(), erased.end());
}

std::vector<std::size_t> lineStarts(std::string_view text) {
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n') starts.push_back(i + 1);
    return starts;
}

/// Cuts before and after every line, and without any one line: never more drives erased than in the whole.
void checkCutsSayNoMore(const std::string& text, bool isOneRun) {
    const auto whole = erasedDevices(text);
    const auto starts = lineStarts(text);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
        BOOST_TEST(saysNoMore(std::string_view(text).substr(0, starts[i]), whole));
        BOOST_TEST(saysNoMore(std::string_view(text).substr(starts[i]), whole));
        if (isOneRun) BOOST_TEST(saysNoMore(text.substr(0, starts[i]) + text.substr(end), whole));
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(nwipe_log_test)

BOOST_AUTO_TEST_CASE(real_logs_are_read_drive_by_drive,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const json expected = json::parse(remise::tests::readFieldFile("nwipe/expected.json"));
    int logs = 0;
    for (const json& file : expected.at("files")) {
        const std::string name = file.at("file");
        if (!name.ends_with(".log")) continue;
        BOOST_TEST_CONTEXT(name) {
            const std::string text = remise::tests::readFieldFile("nwipe/" + name);
            BOOST_TEST((detectFormat(text) == ReportFormat::nwipeLog));
            const NwipeLog log = read(text);
            BOOST_REQUIRE(log.runs.size() == 1U);
            BOOST_TEST(log.runs[0].method == file.at("method").get<std::string>());
            BOOST_TEST(log.runs[0].version == (name.starts_with("034") ? "0.33" : "0.42"));
            for (const json& disk : file.at("disks")) {
                const NwipeDrive drive = driveOf(log, "/dev/" + disk.at("device").get<std::string>());
                BOOST_TEST(drive.flagged == disk.at("flagged").get<bool>());
                BOOST_TEST(drive.model == disk.at("model").get<std::string>());
                BOOST_TEST(!drive.serial.has_value());
                BOOST_TEST(drive.throughput == disk.at("throughput").get<std::string>());
                BOOST_TEST(drive.passErrors.value() == disk.at("pass_errors").get<std::uint64_t>());
                BOOST_TEST(drive.verifyErrors.value() == disk.at("verify_errors").get<std::uint64_t>());
                BOOST_TEST(drive.syncErrors.value() == disk.at("sync_errors").get<std::uint64_t>());
                BOOST_TEST(drive.bytesErased.value_or(0) == disk.value("bytes_erased", std::uint64_t{0}));
                BOOST_TEST(drive.bytesTotal.value_or(0) == disk.value("bytes_total", std::uint64_t{0}));
            }
            std::multiset<std::string> erased;
            for (const auto& [device, isErased] : file.at("erased").items())
                if (isErased.get<bool>()) erased.insert("/dev/" + device);
            BOOST_TEST((erasedDevices(text) == erased));
            checkCutsSayNoMore(text, true);
            ++logs;
        }
    }
    BOOST_TEST(logs == 6);
}

BOOST_AUTO_TEST_CASE(a_mounted_drive_was_left_alone_whatever_the_last_line_says,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    BOOST_TEST(verdictOn(remise::tests::readFieldFile("nwipe/042_busy_mounted.log"), "/dev/loop4") ==
               "skipped in_use");
    BOOST_TEST(verdictOn(remise::tests::readFieldFile("nwipe/034_aborted_sigint.log"), "/dev/loop2") ==
               "aborted stopped_by_person");
    BOOST_TEST(verdictOn(remise::tests::readFieldFile("nwipe/034_write_error.log"), "/dev/loop3") ==
               "failed said_failed");
}

BOOST_AUTO_TEST_CASE(a_whole_log_says_what_was_done_with_each_drive) {
    const NwipeLog log = read(twoDrives);
    const NwipeRun& run = log.runs.at(0);
    BOOST_TEST(run.version == "0.42");
    BOOST_TEST(run.method == "PRNG Stream");
    BOOST_TEST(run.rounds.value() == 2U);
    BOOST_TEST((run.verify == NwipeVerify::allPasses));
    BOOST_TEST(run.startedAt == "2026-11-22T05:03:55");
    const NwipeDrive sda = driveOf(log, "/dev/sda");
    BOOST_TEST((sda.outcome == ErasureOutcome::erased));
    BOOST_TEST(sda.model == "Samsung SSD 860 EVO, 500GB");
    BOOST_TEST(sda.serial.value() == "S3Z9NB0K123456");
    BOOST_TEST(sda.seconds.value() == 5104U);
    BOOST_TEST(sda.bytesTotal.value() == 500107862016U);
    const NwipeDrive nvme = driveOf(log, "/dev/nvme0n1");
    BOOST_TEST((nvme.outcome == ErasureOutcome::erased));
    BOOST_TEST(nvme.serial.value() == "S29NNXAH146409");
    BOOST_TEST(verdictOn(twoDrives, "/dev/sdb") == "skipped not_started");
}

BOOST_AUTO_TEST_CASE(an_erased_row_is_not_enough_when_the_log_says_otherwise) {
    BOOST_TEST(bent("       sda |           0 |", "       sda |           1 |") == "failed errors_counted");
    BOOST_TEST(bent("       sda |           0 |                    0 |                    0",
                    "       sda |           0 |                    0 | 18446744073709551615") ==
               "failed errors_counted");
    BOOST_TEST(bent("       sda |      500107862016 |", "       sda |      500107862015 |") ==
               "failed not_whole");
    BOOST_TEST(bent("     500107862016 |           100.00%", "     500107862016 |            99.99%") ==
               "failed not_whole");
    BOOST_TEST(bent("       sda |      500107862016 |     500107862016", "       sda |      0 |     0") ==
               "failed not_whole");
    BOOST_TEST(bent("       sda | Erased", "!      sda | Erased") == "failed flagged");
    BOOST_TEST(bent("       sda |      5", "!      sda |      5") == "failed flagged");
    BOOST_TEST(bent("sda | Erased ", "sda |INSANITY") == "failed unknown_status");
    BOOST_TEST(bent("sda | Erased ", "sda |-FAILED-") == "failed said_failed");
    BOOST_TEST(bent("result=0,", "result=-1,") == "failed errors_counted");
    BOOST_TEST(bent("  debug: Status: /dev/sda, result=0, pass_errors=0, verify_errors=0, fsync_errors=0",
                    "  fatal: Nwipe exited with errors on device = /dev/sda, see log") ==
               "failed errors_counted");
    BOOST_TEST(bent("  debug: Status: /dev/sda, result=0, pass_errors=0, verify_errors=0, fsync_errors=0",
                    "warning:  *** HIDDEN SECTORS DETECTED ! *** on /dev/sda") == "failed hidden_sectors");
    BOOST_TEST(bent("Invoking method 'PRNG Stream' on /dev/sda", "Invoking method 'Magic' on /dev/sda") ==
               "failed unknown_method");
}

BOOST_AUTO_TEST_CASE(the_serial_has_to_be_the_same_when_found_and_in_the_row) {
    BOOST_TEST(bent("S/N=S3Z9NB0K123456", "S/N=S3Z9NB0K123457") == "failed serials_differ");
    BOOST_TEST(bent("E/S3Z9NB0K123456", "E/S3Z9NB0K12345") == "failed serials_differ");
    BOOST_TEST(bent("S/N=S3Z9NB0K123456", "S/N=") == "failed serials_differ");
    BOOST_TEST(bent("Samsung SSD 860 E/", "Toshiba/") == "failed serials_differ");
    BOOST_TEST(bent("S/N=S3Z9NB0K123456", "S/N=  s3z9nb0k123456  ") == "erased");
}

BOOST_AUTO_TEST_CASE(a_serial_blotted_out_is_no_identity) {
    const std::string quiet = replaced(replaced(twoDrives, "S/N=S3Z9NB0K123456", "S/N=XXXXXXXXXXXXXXX"),
                                       "E/S3Z9NB0K123456", "E/XXXXXXXXXXXXXXX");
    BOOST_TEST(verdictOn(quiet) == "erased");
    BOOST_TEST(!driveOf(read(quiet), "/dev/sda").serial.has_value());
}

BOOST_AUTO_TEST_CASE(missing_lines_are_never_read_in_favour_of_a_drive) {
    BOOST_TEST(bent("[2026/11/22 05:04:02]  notice: Invoking method 'PRNG Stream' on /dev/sda\n", "") ==
               "failed not_announced");
    BOOST_TEST(bent("       sda |           0 |                    0 |                    0\n", "") ==
               "failed summary_missing");
    BOOST_TEST(bent("       sda |      500107862016 |     500107862016 |           100.00%\n", "") ==
               "failed summary_missing");
    BOOST_TEST(bent("       sda | Erased |  426 MB/s | 01:25:04 | Samsung SSD 860 E/S3Z9NB0K123456\n", "") ==
               "aborted log_ends_early");
    BOOST_TEST(bent("******************************* Erasure Summary ********************************\n",
                    "") == "failed contradictory");
    BOOST_TEST(verdictOn(twoDrives.substr(twoDrives.find("\n****"))) == "failed not_announced");
}

BOOST_AUTO_TEST_CASE(two_rows_for_one_drive_contradict_each_other) {
    BOOST_TEST(bent("   nvme0n1 | Erased", "       sda |-FAILED-") == "failed contradictory");
    BOOST_TEST(bent("   nvme0n1 |           0", "       sda |           0") == "failed contradictory");
}

BOOST_AUTO_TEST_CASE(a_cut_log_or_one_with_a_line_missing_never_says_more) {
    checkCutsSayNoMore(twoDrives, true);
    const std::string hidesAnError =
        replaced(replaced(twoDrives, "       sda |           0 |", "       sda |           3 |"),
                 "   256060514304 |           100.00%", "   256060514304 |            50.00%");
    BOOST_TEST(erasedDevices(hidesAnError).empty());
    checkCutsSayNoMore(hidesAnError, true);
    const auto whole = erasedDevices(twoDrives);
    for (std::size_t length = 0; length < twoDrives.size(); ++length)
        BOOST_TEST(saysNoMore(std::string_view(twoDrives).substr(0, length), whole));
}

BOOST_AUTO_TEST_CASE(a_run_killed_midway_leaves_its_drives_aborted) {
    const std::string killed = twoDrives.substr(0, twoDrives.find("[2026/11/22 05:04:25]"));
    BOOST_TEST(verdictOn(killed) == "aborted log_ends_early");
    BOOST_TEST(verdictOn(killed, "/dev/sdb") == "skipped not_started");
}

BOOST_AUTO_TEST_CASE(of_two_runs_in_one_file_the_last_word_counts) {
    const std::string killed = twoDrives.substr(0, twoDrives.find("[2026/11/22 05:04:25]"));
    BOOST_TEST(read(twoDrives + killed).runs.size() == 2U);
    BOOST_TEST(verdictOn(twoDrives + killed) == "aborted log_ends_early");
    BOOST_TEST(verdictOn(killed + twoDrives) == "erased");
    BOOST_TEST(read(killed + twoDrives).drives().size() == 3U);
    checkCutsSayNoMore(killed + twoDrives, false);
}

BOOST_AUTO_TEST_CASE(old_versions_begin_a_run_without_saying_so) {
    const std::string old = twoDrives.substr(twoDrives.find('\n') + 1);
    const std::string killed = old.substr(0, old.find("[2026/11/22 05:04:25]"));
    const NwipeLog log = read(killed + old + killed);
    BOOST_REQUIRE(log.runs.size() == 3U);
    BOOST_TEST((log.runs[0].drives.at(0).outcome == ErasureOutcome::aborted));
    BOOST_TEST((log.runs[1].drives.at(0).outcome == ErasureOutcome::erased));
    BOOST_TEST((log.runs[2].drives.at(0).outcome == ErasureOutcome::aborted));
}

BOOST_AUTO_TEST_CASE(a_drive_is_followed_by_its_serial_when_its_name_changes_between_runs) {
    std::string second = twoDrives;
    for (auto at = second.find("sda"); at != std::string::npos; at = second.find("sda", at))
        second.replace(at, 3, "sdz");
    second = replaced(second, "sdz | Erased ", "sdz |-FAILED-");
    const auto drives = read(twoDrives + second).drives();
    const auto count = std::count_if(drives.begin(), drives.end(), [](const NwipeDrive& drive) {
        return drive.serial == "S3Z9NB0K123456";
    });
    BOOST_TEST(count == 1);
    BOOST_TEST(verdictOn(twoDrives + second, "/dev/sdz") == "failed said_failed");
}

BOOST_AUTO_TEST_CASE(what_to_know_of_an_erased_drive_is_said) {
    BOOST_TEST(bent("2R+NB+VA", "2R+NB+NV") == "erased not_verified");
    BOOST_TEST(bent("'PRNG Stream' on /dev/sda", "'Verify Ones  (0xFF)' on /dev/sda") ==
               "erased verify_only");
}

BOOST_AUTO_TEST_CASE(lines_may_end_as_on_windows) {
    std::string windows;
    for (const char c : twoDrives)
        windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    BOOST_TEST(verdictOn(windows) == "erased");
    BOOST_TEST(driveOf(read(windows), "/dev/sda").serial.value() == "S3Z9NB0K123456");
}

BOOST_AUTO_TEST_CASE(stray_bytes_leave_as_clean_text) {
    const std::string text = replaced(twoDrives, "DT 101 G2", std::string("D\0T\x1B \xE9 G2", 9));
    BOOST_TEST(driveOf(read(text), "/dev/sdb").model == "D T \xEF\xBF\xBD G2");
}

BOOST_AUTO_TEST_CASE(bytes_changed_at_random_never_make_a_drive_erased_that_was_not) {
    const std::string failed = replaced(replaced(twoDrives, "sda | Erased ", "sda |-FAILED-"),
                                        "nvme0n1 | Erased ", "nvme0n1 |UABORTED");
    std::mt19937 random(20261122);
    for (int i = 0; i < 3000; ++i) {
        std::string text = failed;
        for (int k = 0; k < 8; ++k)
            text[random() % text.size()] = static_cast<char>(random());
        BOOST_TEST(erasedDevices(text).empty());
    }
}

BOOST_AUTO_TEST_CASE(absurd_sizes_are_no_reason_to_believe) {
    BOOST_TEST(bent("       sda |      500107862016 |     500107862016",
                    "       sda | 99999999999999999999999999 | 99999999999999999999999999") ==
               "failed contradictory");
    BOOST_TEST(bent("| 01:25:04 |", "| 99999999999999999999:00:00 |") == "erased");
    BOOST_TEST(bent("       sda |      5", "       sda |     -5") == "failed contradictory");
}

BOOST_AUTO_TEST_CASE(what_is_no_log_is_refused) {
    const auto code = [](std::string_view text) {
        const auto log = readNwipeLog(text);
        return log ? std::string("read") : std::string(log.refusal().code());
    };
    BOOST_TEST(code("") == "not_nwipe_log");
    BOOST_TEST(code("Nwipe successfully completed.") == "not_nwipe_log");
    BOOST_TEST(code("sda | Erased | 1 MB/s | 00:00:01 | a/b\n") == "not_nwipe_log");
    BOOST_TEST(code(std::string(100'000, '\0')) == "not_nwipe_log");
    BOOST_TEST(code("%PDF-1.4\n") == "not_nwipe_log");
    BOOST_TEST(code(std::string((4U << 20) + 1, '\n')) == "too_large");
    std::string crowd;
    for (int i = 0; i < 100'000; ++i)
        crowd += "[2026/11/22 05:04:02]  notice: Found /dev/x" + std::to_string(i) + ", A, B, 1 GB, S/N=\n";
    BOOST_TEST(code(crowd.substr(0, 4U << 20)) == "too_large");
}

BOOST_AUTO_TEST_CASE(every_method_of_nwipe_is_known) {
    for (const char* method :
         {"Fill With Zeros", "Fill With Ones", "RCMP TSSIT OPS-II", "DoD Short", "DoD 5220.22-M",
          "Gutmann Wipe", "PRNG Stream", "Verify Zeros (0x00)", "Verify Ones (0xFF)", "HMG IS5 Enhanced",
          "Bruce Schneier 7-Pass", "BMB21-2019"})
        BOOST_TEST(isKnownNwipeMethod(method), method);
    BOOST_TEST(!isKnownNwipeMethod("Quick"));
}

BOOST_AUTO_TEST_CASE(every_reason_has_its_words_in_both_languages) {
    using remise::domain::Language;
    for (int i = 1; i <= static_cast<int>(ErasureReason::verifyOnly); ++i) {
        const auto reason = static_cast<ErasureReason>(i);
        BOOST_TEST(!erasureReasonName(reason).empty());
        BOOST_TEST(!erasureReasonText(reason, Language::french).empty());
        BOOST_TEST(!erasureReasonText(reason, Language::english).empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()
