#include "drivers/reports/lshw.h"

#include <boost/test/unit_test.hpp>

using namespace remise::drivers::reports;

namespace {

const std::string desktop = R"json({
  "id": "bench", "class": "system", "description": "Low Profile Desktop Computer",
  "product": "HP EliteDesk 800 G2 (L1G76AV)", "vendor": "HP", "serial": "CZC7138XYZ",
  "configuration": {"chassis": "low-profile", "sku": "L1G76AV", "administrator_password": "enabled",
                    "power-on_password": "disabled", "uuid": "716A9027-4FDD-DD11-BBDA-7D495E310023"},
  "children": [
    {"id": "core", "class": "bus", "product": "8054", "vendor": "HP", "serial": "PFVRP0AB12", "children": [
      {"id": "firmware", "class": "memory", "description": "BIOS", "version": "N21 Ver. 02.45", "date": "10/20/2019",
       "units": "bytes", "size": 65536, "capabilities": {"uefi": "UEFI"}},
      {"id": "memory:0", "class": "memory", "description": "System Memory", "units": "bytes", "size": 8589934592,
       "children": [
        {"id": "bank:0", "class": "memory", "description": "DIMM DDR4 Synchronous 2133 MHz (0.5 ns)",
         "vendor": "Micron", "units": "bytes", "size": 8589934592},
        {"id": "bank:1", "class": "memory", "description": "DIMM DDR4 Synchronous [empty]"}]},
      {"id": "memory:1", "class": "memory", "description": "Flash Memory", "children": [
        {"id": "bank", "class": "memory", "description": "Chip FLASH Non-volatile", "units": "bytes",
         "size": 4194304}]},
      {"id": "cpu:0", "class": "processor", "product": "Intel(R) Core(TM) i5-6500 CPU @ 3.20GHz",
       "vendor": "Intel Corp.", "units": "Hz", "size": 900000000, "capacity": 3600000000,
       "configuration": {"cores": "4", "threads": "4"}},
      {"id": "cpu:1", "class": "processor", "businfo": "cpu@1"},
      {"id": "pci", "class": "bridge", "children": [
        {"id": "display", "class": "display", "description": "VGA compatible controller",
         "product": "HD Graphics 530", "vendor": "Intel Corporation"},
        {"id": "usb", "class": "bus", "children": [
          {"id": "usb:0", "class": "storage", "businfo": "usb@1:3", "product": "DT 101 G2", "children": [
            {"id": "disk", "class": "disk", "description": "SCSI Disk", "product": "DT 101 G2",
             "logicalname": "/dev/sdb", "serial": "0014780EE3FBF090", "units": "bytes", "size": 4002910208}]}]},
        {"id": "sata", "class": "storage", "children": [
          {"id": "disk:0", "class": "disk", "description": "ATA Disk", "product": "ST500DM002-1BD14",
           "logicalname": "/dev/sda", "serial": "Z2AYPLNP", "version": "KC45", "units": "bytes",
           "size": 500107862016, "capabilities": {"7200rpm": "7200 rotations per minute"}},
          {"id": "disk:1", "class": "disk", "description": "SCSI Disk", "product": "USB3.0 CRW -0",
           "logicalname": "/dev/sdc", "capabilities": {"removable": "support is removable"}},
          {"id": "cdrom", "class": "disk", "description": "DVD writer", "product": "DVDRW GTB0N",
           "logicalname": ["/dev/cdrom", "/dev/sr0"]}]},
        {"id": "nvme", "class": "storage", "description": "NVMe device", "product": "SAMSUNG MZVLW256",
         "logicalname": "/dev/nvme0", "serial": "S35ANX0J401001", "children": [
          {"id": "hwmon0", "class": "disk", "logicalname": "hwmon0"},
          {"id": "namespace:0", "class": "disk", "description": "NVMe disk", "logicalname": "/dev/nvme0n1",
           "units": "bytes", "size": 256060514304}]},
        {"id": "network:0", "class": "network", "serial": "48:4D:7E:00:11:22", "businfo": "pci@0000:00:1f.6"},
        {"id": "network:1", "class": "network", "serial": "02:42:ac:11:00:02",
         "configuration": {"driver": "bridge"}}]}]},
    {"id": "power", "class": "power", "description": "To Be Filled By O.E.M.", "units": "mWh", "capacity": 32768}]
})json";

Inventory read(const std::string& text) {
    const auto inventory = readLshw(text);
    if (!inventory) BOOST_FAIL(inventory.refusal().text(remise::domain::Language::english));
    return *inventory;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lshw_test)

BOOST_AUTO_TEST_CASE(a_desktop_is_read_without_the_makers_number_behind_its_name) {
    const Inventory machine = read(desktop);
    BOOST_TEST(machine.maker == "HP");
    BOOST_TEST(machine.model == "HP EliteDesk 800 G2");
    BOOST_TEST(machine.serial.value() == "CZC7138XYZ");
    BOOST_TEST(machine.boardSerial.value() == "PFVRP0AB12");
    BOOST_TEST(machine.uuid.value() == "716A9027-4FDD-DD11-BBDA-7D495E310023");
    BOOST_TEST(machine.category == "desktop");
    BOOST_TEST(machine.firmware == "N21 Ver. 02.45 (10/20/2019)");
    BOOST_TEST(machine.uefi.value());
    BOOST_REQUIRE(machine.locks.size() == 1U);
    BOOST_TEST(lockName(machine.locks[0]) == "administrator_password");
    BOOST_TEST(machine.batteries.empty());
}

BOOST_AUTO_TEST_CASE(its_threads_are_no_processors) {
    const Inventory machine = read(desktop);
    BOOST_REQUIRE(machine.processors.size() == 1U);
    BOOST_TEST(machine.processors[0].cores.value() == 4);
    BOOST_TEST(machine.processors[0].megahertz.value() == 3600);
}

BOOST_AUTO_TEST_CASE(the_bios_chip_is_no_memory) {
    const Inventory machine = read(desktop);
    BOOST_REQUIRE(machine.modules.size() == 1U);
    BOOST_TEST(machine.memorySlots == 2);
    BOOST_TEST(machine.modules[0].type == "DDR4");
    BOOST_TEST(machine.modules[0].speed == "2133 MHz");
    BOOST_TEST(machine.installedBytes().value() == std::int64_t{8} << 30);
}

BOOST_AUTO_TEST_CASE(drives_are_told_from_sticks_readers_and_discs) {
    const Inventory machine = read(desktop);
    BOOST_REQUIRE(machine.drives.size() == 2U);
    const Drive& disk = machine.drives[0];
    BOOST_TEST(disk.serial.value() == "Z2AYPLNP");
    BOOST_TEST(disk.device == "sda");
    BOOST_TEST(disk.bytes.value() == 500107862016);
    BOOST_TEST(driveKindName(disk.kind) == "hdd");
    const Drive& nvme = machine.drives[1];
    BOOST_TEST(nvme.serial.value() == "S35ANX0J401001");
    BOOST_TEST(nvme.device == "nvme0n1");
    BOOST_TEST(nvme.bytes.value() == 256060514304);
    BOOST_TEST(driveKindName(nvme.kind) == "nvme");
    BOOST_REQUIRE(machine.media.size() == 3U);
    BOOST_TEST(mediumKindName(machine.media[0].kind) == "usb");
    BOOST_TEST(mediumKindName(machine.media[1].kind) == "card_reader");
    BOOST_TEST(mediumKindName(machine.media[2].kind) == "optical");
}

BOOST_AUTO_TEST_CASE(a_bridge_of_the_system_is_no_network_card) {
    BOOST_TEST(read(desktop).macs == std::vector<std::string>{"48:4d:7e:00:11:22"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_list_of_parts_is_read_as_well) {
    const Inventory machine = read(
        R"([{"id":"disk","class":"disk","description":"ATA Disk","product":"ST1","serial":"Z2AYPLNP","size":1}])");
    BOOST_TEST(machine.drives.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_list_without_its_brackets_is_read_as_well) {
    const std::string disk =
        R"({"id":"disk","class":"disk","description":"ATA Disk","product":"ST1","serial":"Z2AYPL)";
    BOOST_TEST(read(disk + "NP\"},\n" + disk + "NQ\"},\n").drives.size() == 2U);
}

BOOST_AUTO_TEST_CASE(without_modules_the_memory_that_is_seen_counts) {
    const Inventory machine = read(
        R"({"class":"system","children":[{"id":"memory","class":"memory","description":"System memory",
            "units":"bytes","size":522129408}]})");
    BOOST_TEST(machine.installedBytes().value() == 522129408);
}

BOOST_AUTO_TEST_CASE(what_has_no_class_is_refused) {
    const auto nothing = readLshw(R"({"id":"x"})");
    BOOST_REQUIRE(!nothing);
    BOOST_TEST(nothing.refusal().code() == "report_lacks");
}

BOOST_AUTO_TEST_CASE(members_of_other_shapes_are_passed_over) {
    const Inventory machine = read(
        R"({"class":"system","serial":7,"configuration":[],"children":[7,{"class":"disk","id":"disk","size":-1,
            "logicalname":{},"capabilities":[]},{"class":"memory","id":"bank","size":1e300}]})");
    BOOST_TEST(machine.drives.size() == 1U);
    BOOST_TEST(!machine.drives[0].bytes.has_value());
}

BOOST_AUTO_TEST_CASE(a_tree_cut_anywhere_is_refused) {
    for (std::size_t length = 0; length + 1 < desktop.size(); ++length)
        BOOST_REQUIRE(!readLshw(std::string_view(desktop).substr(0, length)));
}

BOOST_AUTO_TEST_SUITE_END()
