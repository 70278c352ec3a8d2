#include "drivers/reports/smartctl_text.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "drivers/reports/drive_health.h"
#include "tests/support/field_files.h"

using namespace remise::drivers::reports;
using nlohmann::json;

namespace {

const std::string begun = "Device Model:     ST3000DM001-9YN166\nSerial Number:    W1F09S26\n";
const std::string verdict = "SMART overall-health self-assessment test result: ";

Drive read(std::string_view text) {
    const auto drive = readSmartctlText(text);
    BOOST_REQUIRE(static_cast<bool>(drive));
    return *drive;
}

std::string refusalOf(std::string_view text) {
    const auto drive = readSmartctlText(text);
    return drive ? "read" : std::string(drive.refusal().code());
}

std::string_view healthWith(const std::string& lines) {
    return driveHealthName(healthOf(read(begun + lines).self));
}

std::string fieldText(const std::string& name) {
    return remise::tests::readFieldFile("smartctl-text/" + name);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(smartctl_text_test)

BOOST_AUTO_TEST_CASE(real_drives_are_read_as_they_are,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const json expected = json::parse(fieldText("expected.json"));
    int drives = 0;
    for (const auto& [name, fields] : expected.at("files").items())
        BOOST_TEST_CONTEXT(name) {
            if (!fields.contains("model")) continue;
            const Drive drive = read(fieldText(name));
            BOOST_TEST(drive.model == fields.at("model").get<std::string>());
            BOOST_TEST(drive.serial.value() == fields.at("serial").get<std::string>());
            BOOST_TEST(drive.bytes.value() == fields.at("capacity_bytes").get<std::int64_t>());
            if (fields.contains("health")) BOOST_TEST(drive.self.passed.value());
            ++drives;
        }
    BOOST_TEST(drives == 4);
}

BOOST_AUTO_TEST_CASE(a_real_drive_tells_its_kind_and_counts,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const Drive ata = read(fieldText("python-hardware/smartctl_ata"));
    BOOST_TEST((ata.kind == DriveKind::hdd));
    BOOST_TEST(ata.firmware == "CC4C");
    BOOST_TEST(ata.self.hours.value() == 2696);
    BOOST_TEST(ata.self.reallocated.value() == 0);
    BOOST_TEST(ata.self.pending.value() == 0);
    const Drive nvme = read(fieldText("python-hardware/smartctl_nvme"));
    BOOST_TEST((nvme.kind == DriveKind::nvme));
    BOOST_TEST(nvme.self.hours.value() == 129);
    BOOST_TEST(nvme.self.sparePercent.value() == 100);
    BOOST_TEST(nvme.self.spareThreshold.value() == 10);
    BOOST_TEST(nvme.self.wearPercent.value() == 0);
    BOOST_TEST(nvme.self.criticalWarning.value() == 0);
}

BOOST_AUTO_TEST_CASE(a_text_cut_anywhere_never_makes_a_drive_better,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    for (const char* name : {"python-hardware/smartctl_ata", "python-hardware/smartctl_nvme"}) {
        const std::string whole = fieldText(name);
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const auto drive = readSmartctlText(whole.substr(0, length));
            if (drive && drive->self.passed) BOOST_TEST(*drive->self.passed);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_names_no_drive_is_refused) {
    BOOST_TEST(refusalOf("") == "report_lacks");
    BOOST_TEST(refusalOf("smartctl 7.3\nSmartctl open device: /dev/sda failed: No such device\n") ==
               "report_lacks");
}

BOOST_AUTO_TEST_CASE(only_words_that_are_known_are_a_verdict) {
    BOOST_TEST(healthWith(verdict + "PASSED\n") == "ok");
    BOOST_TEST(healthWith(verdict + "FAILED!\n") == "failing");
    BOOST_TEST(healthWith(verdict + "UNKNOWN!\n") == "unknown");
    BOOST_TEST(healthWith("SMART Health Status: OK\n") == "ok");
    BOOST_TEST(healthWith("SMART Health Status: FIRMWARE IMPENDING FAILURE [asc=5d, ascq=62]\n") ==
               "failing");
    BOOST_TEST(healthWith("") == "unknown");
}

BOOST_AUTO_TEST_CASE(an_attribute_that_foretells_failure_overrides_a_drive_that_calls_itself_well) {
    const std::string row = "  5 Reallocated_Sector_Ct   0x0033   005   005   036    Pre-fail  Always   ";
    BOOST_TEST(healthWith(verdict + "PASSED\n" + row + "FAILING_NOW 4095\n") == "failing");
    BOOST_TEST(healthWith(verdict + "PASSED\n" + row + "In_the_past 4095\n") == "worn");
    const std::string brief = "  5 Reallocated_Sector_Ct   PO--CK   100   100   036    ";
    BOOST_TEST(healthWith(verdict + "PASSED\n" + brief + "NOW  11\n") == "failing");
    BOOST_TEST(healthWith(verdict + "PASSED\n" + brief + "-    11\n") == "worn");
    BOOST_TEST(healthWith(verdict + "PASSED\n" + brief + "-    10\n") == "ok");
}

BOOST_AUTO_TEST_CASE(scsi_drives_count_what_they_reassigned) {
    const Drive drive = read(
        "Vendor:               SEAGATE\nProduct:              ST373453LC\n"
        "Revision:             DX10\nSerial number:        3HW1A2B3\n"
        "User Capacity:        73,407,820,800 bytes [73.4 GB]\n"
        "Rotation Rate:        15015 rpm\nElements in grown defect list: 260\n"
        "Accumulated power on time, hours:minutes 102880:59\n");
    BOOST_TEST(drive.maker == "SEAGATE");
    BOOST_TEST(drive.model == "ST373453LC");
    BOOST_TEST(drive.serial.value() == "3HW1A2B3");
    BOOST_TEST(drive.firmware == "DX10");
    BOOST_TEST(drive.bytes.value() == 73407820800);
    BOOST_TEST((drive.kind == DriveKind::hdd));
    BOOST_TEST(drive.self.reallocated.value() == 260);
    BOOST_TEST(drive.self.hours.value() == 102880);
}

BOOST_AUTO_TEST_SUITE_END()
