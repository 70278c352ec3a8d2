#include "drivers/reports/merge.h"

#include <boost/test/unit_test.hpp>

#include "drivers/reports/merge_drives.h"

using namespace remise::drivers::reports;

namespace {

Drive drive(const std::string& device, const std::string& model, std::optional<std::string> serial) {
    Drive made;
    made.device = device;
    made.model = model;
    made.serial = std::move(serial);
    return made;
}

Inventory machine(std::optional<std::string> serial, std::optional<std::string> uuid) {
    Inventory made;
    made.serial = std::move(serial);
    made.uuid = std::move(uuid);
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(merge_test)

BOOST_AUTO_TEST_CASE(one_serial_is_one_drive_whatever_its_device_was_called) {
    std::vector<Drive> drives;
    addDrive(drives, drive("/dev/sda", "", "WD-WCC2ETY84203"));
    Drive more = drive("sdc", "WDC WD5000AAKX-60U6AA0", "wd-wcc2ety84203");
    more.bytes = 500107862016;
    addDrive(drives, more);
    BOOST_REQUIRE(drives.size() == 1U);
    BOOST_TEST(drives[0].model == "WDC WD5000AAKX-60U6AA0");
    BOOST_TEST(drives[0].bytes.value() == 500107862016);
    BOOST_TEST(drives[0].device == "sda");
}

BOOST_AUTO_TEST_CASE(a_drive_without_serial_is_the_one_in_its_place) {
    std::vector<Drive> drives{drive("nvme0n1", "KXG60ZNV1T02", "19FA109SK07N")};
    Drive log = drive("nvme0", "", {});
    log.self.wearPercent = 3;
    addDrive(drives, log);
    BOOST_REQUIRE(drives.size() == 1U);
    BOOST_TEST(drives[0].self.wearPercent.value() == 3);
}

BOOST_AUTO_TEST_CASE(two_serials_in_one_place_are_two_drives) {
    std::vector<Drive> drives{drive("sda", "ST3160815AS", "6RX7AWEZ")};
    addDrive(drives, drive("sda", "ST3160815AS", "6RX7AWEY"));
    BOOST_TEST(drives.size() == 2U);
}

BOOST_AUTO_TEST_CASE(two_models_in_one_place_are_two_drives) {
    std::vector<Drive> drives{drive("sda", "SEAGATE ST373453LC", {})};
    addDrive(drives, drive("sda", "WDC WD20EFRX-68EUZN0", "WD-WCC4M0XXXX11"));
    BOOST_TEST(drives.size() == 2U);
    addDrive(drives, drive("sda", "ST373453LC", {}));
    BOOST_TEST(drives.size() == 2U);
}

BOOST_AUTO_TEST_CASE(two_drives_of_which_nothing_is_known_stay_two) {
    std::vector<Drive> drives{drive("", "ST3160815AS", {})};
    addDrive(drives, drive("", "ST3160815AS", {}));
    BOOST_TEST(drives.size() == 2U);
}

BOOST_AUTO_TEST_CASE(the_whole_model_is_taken_over_the_one_cut_short) {
    std::vector<Drive> drives{drive("sda", "Samsung SSD 850", "S33HNX0J203755R")};
    addDrive(drives, drive("sda", "Samsung SSD 850 EVO mSATA 500GB", "S33HNX0J203755R"));
    BOOST_TEST(drives[0].model == "Samsung SSD 850 EVO mSATA 500GB");
    addDrive(drives, drive("sda", "Another name that is longer than this one", "S33HNX0J203755R"));
    BOOST_TEST(drives[0].model == "Samsung SSD 850 EVO mSATA 500GB");
}

BOOST_AUTO_TEST_CASE(a_disk_in_a_dock_that_tells_of_its_health_is_a_drive) {
    std::vector<Drive> drives{drive("/dev/sdb", "ST500DM002", "Z2AYPLNP"),
                              drive("/dev/sdc", "DT 101 G2", "0014780EE3FB")};
    drives[0].self.hours = 6000;
    std::vector<Medium> media{{"sdb", "Dock", MediumKind::usb}, {"sdc", "DT 101 G2", MediumKind::usb}};
    settleMedia(drives, media);
    BOOST_REQUIRE(drives.size() == 1U);
    BOOST_TEST(drives[0].serial.value() == "Z2AYPLNP");
    BOOST_REQUIRE(media.size() == 1U);
    BOOST_TEST(media[0].device == "sdc");
}

BOOST_AUTO_TEST_CASE(a_reader_of_cards_is_never_a_drive) {
    std::vector<Drive> drives{drive("sdb", "SD/MMC", "AU8461")};
    drives[0].self.passed = true;
    std::vector<Medium> media{{"sdb", "SD/MMC", MediumKind::cardReader}};
    settleMedia(drives, media);
    BOOST_TEST(drives.empty());
}

BOOST_AUTO_TEST_CASE(the_first_tools_word_stays_and_the_second_fills_what_is_missing) {
    Inventory first = machine("PF0QMY5N", {});
    first.maker = "LENOVO";
    first.model = "ThinkPad X1 Carbon 5th";
    first.modules = {{std::int64_t{8} << 30, "LPDDR3", "1867 MT/s", "Samsung", 1}};
    Inventory second = machine("PF0QMY5N", "305f33cc-33ca-11b2-a85c-aad0993c0c99");
    second.model = "20HRCTO1WW";
    second.tpm = "2.0";
    second.macs = {"54:e1:ad:00:00:01"};
    second.memoryBytes = 17045651456;
    addMissing(first, second);
    BOOST_TEST(first.model == "ThinkPad X1 Carbon 5th");
    BOOST_TEST(first.tpm == "2.0");
    BOOST_TEST(first.uuid.value() == "305f33cc-33ca-11b2-a85c-aad0993c0c99");
    BOOST_TEST(first.macs.size() == 1U);
    BOOST_TEST(first.installedBytes().value() == std::int64_t{8} << 30);
}

BOOST_AUTO_TEST_CASE(a_processor_known_by_two_tools_is_one) {
    Inventory first;
    first.processors = {{"AMD Ryzen 7 PRO 3700U", "", {}, {}, 2300}};
    Inventory second;
    second.processors = {{"AMD Ryzen 7", "AMD", 4, 8, {}}};
    addMissing(first, second);
    BOOST_REQUIRE(first.processors.size() == 1U);
    BOOST_TEST(first.processors[0].name == "AMD Ryzen 7 PRO 3700U");
    BOOST_TEST(first.processors[0].cores.value() == 4);
    BOOST_TEST(first.processors[0].megahertz.value() == 2300);
}

BOOST_AUTO_TEST_CASE(identities_tell_whether_two_reports_can_be_of_one_machine) {
    const std::string uuid = "9ce64e36-829c-b19c-2111-88ae1da6f3d0";
    const std::string turned = "364ee69c-9c82-9cb1-2111-88ae1da6f3d0";
    BOOST_TEST(canBeOneMachine(machine("CZC901381R", {}), machine("czc901381r", {})));
    BOOST_TEST(canBeOneMachine(machine({}, uuid), machine({}, turned)));
    BOOST_TEST(canBeOneMachine(machine("CZC901381R", {}), machine({}, uuid)));
    BOOST_TEST(canBeOneMachine(machine("CZC901381R", uuid), machine("CHANGED1", turned)));
    BOOST_TEST(!canBeOneMachine(machine("CZC901381R", {}), machine("5CQ6VY1", {})));
}

BOOST_AUTO_TEST_SUITE_END()
