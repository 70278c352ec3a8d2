#include "drivers/disks/drive_report.h"

#include <boost/test/unit_test.hpp>

using namespace remise::drivers::disks;
using remise::domain::canonicalJson;

namespace {

DriveReport erasedDisk() {
    DriveReport report;
    report.drive.path = "/dev/sda";
    report.drive.byId = "/dev/disk/by-id/ata-SPINNER_WD-WX11A";
    report.drive.identity = {"WD-WX11A", "SPINNER 1000", "1.01"};
    report.drive.bytes = 1'000'204'886'016;
    report.drive.medium = Medium::hdd;
    report.ending = Ending::erased;
    report.level = Level::clear;
    report.hidden = HiddenArea{HiddenArea::State::removed, 2048};
    report.steps.push_back(
        {Method::overwriteZero, 1'000, 2'000, 1'000'204'886'016, 3, StepResult::done, "before", ""});
    report.verification =
        Verification{Extent::sampled, 2'000, 3'000, 100'000'000'000, 2002, "zero", "", 0, 0};
    return report;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(drive_report_test)

BOOST_AUTO_TEST_CASE(a_drive_is_told_as_the_documentation_says) {
    BOOST_TEST(
        canonicalJson(valueOf(erasedDisk())) ==
        R"({"bad_sectors":0,"bytes":1000204886016,"device":"/dev/sda","firmware":"1.01",)"
        R"("hidden":{"sectors":2048,"state":"removed"},"level":"clear","medium":"hdd","model":"SPINNER 1000",)"
        R"("outcome":"erased","path":"/dev/disk/by-id/ata-SPINNER_WD-WX11A","reason":"","sector":512,)"
        R"("serial":"WD-WX11A","steps":[{"bytes":1000204886016,"ended_at":"1970-01-01T00:00:02.000Z","errors":3,)"
        R"("method":"overwrite_zero","result":"done","started_at":"1970-01-01T00:00:01.000Z","state_before":"before"}],)"
        R"("verification":{"bytes_read":100000000000,"ended_at":"1970-01-01T00:00:03.000Z","expected":"zero",)"
        R"("method":"sampled","mismatches":0,"places":2002,"started_at":"1970-01-01T00:00:02.000Z","unreadable":0}})");
}

BOOST_AUTO_TEST_CASE(only_what_is_erased_has_a_level) {
    DriveReport report = erasedDisk();
    report.ending = Ending::failed;
    report.reason = Reason::unreadableSectors;
    BOOST_TEST(!valueOf(report).has("level"));
    BOOST_TEST(valueOf(report).textOr("reason") == "unreadable_sectors");
}

BOOST_AUTO_TEST_CASE(only_what_reaches_spare_sectors_is_a_purge) {
    for (const Method method :
         {Method::ataSanitizeOverwrite, Method::ataSanitizeBlock, Method::ataSanitizeCrypto,
          Method::nvmeSanitizeBlock, Method::nvmeSanitizeCrypto})
        BOOST_TEST((levelOf(method) == Level::purge), methodName(method));
    for (const Method method :
         {Method::ataSecurityErase, Method::nvmeFormat, Method::overwriteZero, Method::overwriteRandom})
        BOOST_TEST((levelOf(method) == Level::clear), methodName(method));
}

BOOST_AUTO_TEST_SUITE_END()
