#include "drivers/reports/lsblk.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/field_files.h"

using namespace remise::drivers::reports;
using nlohmann::json;

namespace {

BlockDevices read(const json& list) {
    const auto found = readLsblk(json{{"blockdevices", list}}.dump());
    BOOST_REQUIRE(static_cast<bool>(found));
    return *found;
}

/// "drive ssd", "medium usb" or "nothing".
std::string verdictOn(json device) {
    if (!device.contains("type")) device["type"] = "disk";
    const BlockDevices found = read(json::array({device}));
    if (!found.drives.empty()) return "drive " + std::string(driveKindName(found.drives[0].kind));
    if (!found.media.empty()) return "medium " + std::string(mediumKindName(found.media[0].kind));
    return "nothing";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lsblk_test)

BOOST_AUTO_TEST_CASE(a_real_list_has_one_disk_and_one_disc_and_no_partition,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const BlockDevices found =
        read(json::parse(remise::tests::readFieldFile("jc/centos-7.7__lsblk-allcols.json")));
    BOOST_REQUIRE(found.drives.size() == 1U);
    BOOST_TEST(found.drives[0].device == "sda");
    BOOST_TEST(found.drives[0].model == "VMware Virtual S");
    BOOST_REQUIRE(found.media.size() == 1U);
    BOOST_TEST((found.media[0].kind == MediumKind::optical));
}

BOOST_AUTO_TEST_CASE(a_drive_is_told_with_all_that_is_said) {
    const BlockDevices found = read(json::array({{{"name", "nvme0n1"},
                                                  {"type", "disk"},
                                                  {"size", 512110190592},
                                                  {"model", "SAMSUNG MZVLB512HBJQ-000L7"},
                                                  {"serial", "S4ENNX0N123456"},
                                                  {"rev", "5M2QEXF7"},
                                                  {"tran", "nvme"},
                                                  {"rota", false}}}));
    BOOST_REQUIRE(found.drives.size() == 1U);
    const Drive& drive = found.drives[0];
    BOOST_TEST((drive.kind == DriveKind::nvme));
    BOOST_TEST(drive.serial.value() == "S4ENNX0N123456");
    BOOST_TEST(drive.firmware == "5M2QEXF7");
    BOOST_TEST(drive.bytes.value() == 512110190592);
}

BOOST_AUTO_TEST_CASE(what_is_plugged_or_put_in_is_no_drive_of_the_machine) {
    BOOST_TEST(verdictOn({{"name", "sdb"}, {"tran", "usb"}, {"model", "DT 101 G2"}}) == "medium usb");
    BOOST_TEST(verdictOn({{"name", "sdc"}, {"tran", "usb"}, {"model", "USB3.0 Card Reader"}}) ==
               "medium card_reader");
    BOOST_TEST(verdictOn({{"name", "sdd"}, {"rm", true}, {"size", 0}}) == "medium card_reader");
    BOOST_TEST(verdictOn({{"name", "sr0"}, {"type", "rom"}}) == "medium optical");
    BOOST_TEST(verdictOn({{"name", "fd0"}}) == "medium floppy");
}

BOOST_AUTO_TEST_CASE(what_the_system_makes_up_is_neither) {
    for (const char* name : {"loop0", "zram0", "dm-0", "md127", "ram1", "mmcblk0boot0", "mmcblk0rpmb"})
        BOOST_TEST(verdictOn({{"name", name}}) == "nothing");
    BOOST_TEST(verdictOn({{"name", "sda1"}, {"type", "part"}}) == "nothing");
}

BOOST_AUTO_TEST_CASE(in_doubt_it_is_a_drive) {
    BOOST_TEST(verdictOn({{"name", "sda"}, {"rm", true}, {"size", 1000}}) == "drive other");
    BOOST_TEST(verdictOn({{"name", "vda"}, {"rota", true}}) == "drive other");
    BOOST_TEST(verdictOn({{"name", "mmcblk0"}}) == "drive emmc");
}

BOOST_AUTO_TEST_CASE(what_does_not_turn_is_flash_in_old_and_new_words) {
    BOOST_TEST(verdictOn({{"name", "sda"}, {"rota", false}}) == "drive ssd");
    BOOST_TEST(verdictOn({{"name", "sda"}, {"rota", "0"}}) == "drive ssd");
    BOOST_TEST(verdictOn({{"name", "sda"}, {"rota", "1"}, {"model", "ST3160815AS"}}) == "drive hdd");
}

BOOST_AUTO_TEST_CASE(another_shape_is_refused) {
    BOOST_TEST(readLsblk("{}").refusal().code() == "report_lacks");
    BOOST_TEST(readLsblk("NAME MAJ:MIN").refusal().code() == "not_json");
    BOOST_TEST(read(json::array({1, "x", nullptr})).drives.empty());
}

BOOST_AUTO_TEST_SUITE_END()
