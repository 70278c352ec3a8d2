#include "drivers/reports/machine.h"

#include <boost/test/unit_test.hpp>

using namespace remise::drivers::reports;

namespace {

const RawFile table{"dmidecode.txt",
                    "# dmidecode 3.3\nHandle 0x0001, DMI type 1, 27 bytes\nSystem Information\n"
                    "\tManufacturer: Dell Inc.\n\tProduct Name: Latitude E7240\n\tSerial Number: 5CQ6VY1\n\n"
                    "Handle 0x0002, DMI type 17, 40 bytes\nMemory Device\n\tSize: 8 GB\n\tType: DDR3\n"};
const RawFile tree{"lshw.json", R"({"id":"host","class":"system","product":"Latitude E7240","vendor":"Dell",
    "serial":"5CQ6VY1","children":[{"id":"disk","class":"disk","description":"ATA Disk",
    "product":"Samsung SSD 850","logicalname":"/dev/sda","serial":"S33HNX0J203755R","units":"bytes",
    "size":500107862016}]})"};
const RawFile smart{"smartctl-sda.json", R"({"json_format_version":[1,0],"smartctl":{"exit_status":0},
    "device":{"name":"/dev/sda","protocol":"ATA"},"model_name":"Samsung SSD 850 EVO mSATA 500GB",
    "serial_number":"S33HNX0J203755R","rotation_rate":0,"smart_status":{"passed":true},
    "power_on_time":{"hours":17702}})"};

std::string noteOn(const Inventory& machine, const std::string& file) {
    for (const Note& note : machine.notes)
        if (note.file == file) return std::string(note.why.code());
    return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(machine_test)

BOOST_AUTO_TEST_CASE(several_tools_describe_one_machine_in_any_order) {
    for (const std::vector<RawFile>& files :
         {std::vector{table, tree, smart}, std::vector{smart, tree, table}}) {
        const Inventory machine = readMachine(files);
        BOOST_TEST(machine.maker == "Dell Inc.");
        BOOST_TEST(machine.serial.value() == "5CQ6VY1");
        BOOST_TEST(machine.installedBytes().value() == std::int64_t{8} << 30);
        BOOST_REQUIRE(machine.drives.size() == 1U);
        BOOST_TEST(machine.drives[0].model == "Samsung SSD 850 EVO mSATA 500GB");
        BOOST_TEST(machine.drives[0].bytes.value() == 500107862016);
        BOOST_TEST(driveKindName(machine.drives[0].kind) == "ssd");
        BOOST_TEST(machine.drives[0].self.hours.value() == 17702);
        BOOST_TEST(machine.notes.empty());
    }
}

/// A Dell's or an Acer's description, without texts and timings.
std::string screenOf(const std::string& maker) {
    std::string block("\x00\xFF\xFF\xFF\xFF\xFF\xFF\x00", 8);
    block += maker;
    block.resize(128, '\0');
    int sum = 0;
    for (const char c : block)
        sum += static_cast<unsigned char>(c);
    block[127] = static_cast<char>(256 - sum % 256);
    return block;
}

BOOST_AUTO_TEST_CASE(each_screen_that_describes_itself_is_there) {
    const Inventory machine =
        readMachine({{"eDP-1.edid", screenOf("\x10\xAC")}, {"HDMI-A-1.edid", screenOf("\x04\x72")}});
    BOOST_REQUIRE(machine.screens.size() == 2U);
    BOOST_TEST(machine.screens[0].maker == "Dell");
    BOOST_TEST(machine.screens[1].maker == "Acer");
    BOOST_TEST(noteOn(readMachine({{"eDP-1.edid", screenOf("\x10\xAC").substr(0, 100)}}), "eDP-1.edid") ==
               "report_field");
}

BOOST_AUTO_TEST_CASE(the_kernel_knows_a_battery_better_than_the_firmware) {
    const RawFile firmware{"dmidecode.txt",
                           "Handle 0x0016, DMI type 22, 26 bytes\nPortable Battery\n\tName: BAT0\n"
                           "\tDesign Capacity: 47520 mWh\n"};
    const RawFile kernel{"power_supply.txt",
                         "POWER_SUPPLY_NAME=BAT0\nPOWER_SUPPLY_TYPE=Battery\n"
                         "POWER_SUPPLY_ENERGY_FULL_DESIGN=47520000\nPOWER_SUPPLY_ENERGY_FULL=41050000\n"};
    BOOST_TEST(readMachine({firmware, kernel}).batteryHealth().value() == 86);
    BOOST_TEST(readMachine({firmware, kernel}).batteries.size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_a_file_is_shows_in_it_and_not_in_its_name) {
    for (const RawFile& file : {table, tree, smart})
        BOOST_TEST((rawKindOf({"output", file.bytes}) == rawKindOf(file)), file.name);
    BOOST_TEST((rawKindOf(table) == RawKind::dmidecode));
    BOOST_TEST((rawKindOf({"", "[loader] library loaded\n" + table.bytes}) == RawKind::dmidecode));
    BOOST_TEST((rawKindOf(tree) == RawKind::lshw));
    BOOST_TEST((rawKindOf(smart) == RawKind::smartctlJson));
}

BOOST_AUTO_TEST_CASE(parts_of_the_firmwares_table_are_one_table) {
    const Inventory machine = readMachine({{"baseboard.txt",
                                            "Handle 0x0002, DMI type 2, 15 bytes\nBase Board Information\n"
                                            "\tManufacturer: Quanta\n\tProduct Name: 0KP0FT\n"},
                                           {"system.txt",
                                            "Handle 0x0001, DMI type 1, 27 bytes\nSystem Information\n"
                                            "\tManufacturer: Dell Inc.\n\tProduct Name: Latitude E7240\n"}});
    BOOST_TEST(machine.maker == "Dell Inc.");
    BOOST_TEST(machine.model == "Latitude E7240");
}

BOOST_AUTO_TEST_CASE(a_table_that_was_printed_twice_counts_once) {
    const Inventory machine = readMachine({table, {"dmidecode-again.txt", table.bytes}});
    BOOST_TEST(machine.installedBytes().value() == std::int64_t{8} << 30);
}

BOOST_AUTO_TEST_CASE(each_battery_may_have_a_file_of_its_own) {
    const auto battery = [](const std::string& name) {
        return "POWER_SUPPLY_NAME=" + name + "\nPOWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_PRESENT=1\n" +
               "POWER_SUPPLY_MODEL_NAME=45N177" + name.back() +
               "\nPOWER_SUPPLY_ENERGY_FULL_DESIGN=23200000\n" + "POWER_SUPPLY_ENERGY_FULL=20000000\n";
    };
    const Inventory machine = readMachine({{"BAT0.txt", battery("BAT0")}, {"BAT1.txt", battery("BAT1")}});
    BOOST_TEST(machine.batteries.size() == 2U);
    BOOST_TEST(machine.batteryHealth().value() == 86);
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_read_is_named_and_the_others_count) {
    const Inventory machine =
        readMachine({table, {"lshw.json", tree.bytes.substr(0, 200)}, {"letter.txt", "Bonjour"}});
    BOOST_TEST(machine.serial.value() == "5CQ6VY1");
    BOOST_TEST(noteOn(machine, "lshw.json") == "not_json");
    BOOST_TEST(noteOn(machine, "letter.txt") == "report_unknown");
}

BOOST_AUTO_TEST_CASE(an_empty_file_says_nothing_and_is_no_fault) {
    BOOST_TEST(readMachine({{"net.txt", "\n"}, {"smartctl.txt", "[]\n"}}).notes.empty());
}

BOOST_AUTO_TEST_CASE(another_machines_file_stays_out) {
    RawFile foreign = tree;
    foreign.bytes.replace(foreign.bytes.find("5CQ6VY1"), 7, "7XK2LM3");
    const Inventory machine = readMachine({table, foreign});
    BOOST_TEST(machine.drives.empty());
    BOOST_TEST(noteOn(machine, "lshw.json") == "other_machine");
}

BOOST_AUTO_TEST_CASE(the_kernel_tells_of_the_tpm) {
    BOOST_TEST(readMachine({{"tpm.txt", "2\n"}}).tpm == "2.0");
}

BOOST_AUTO_TEST_CASE(a_device_is_found_in_the_name_of_a_file) {
    BOOST_TEST(deviceInName("disks/hdparm-sda.txt") == "sda");
    BOOST_TEST(deviceInName("nvme-id-nvme0n1.json") == "nvme0n1");
    BOOST_TEST(deviceInName("smartctl_mmcblk0.json") == "mmcblk0");
    BOOST_TEST(deviceInName("smartctl.txt") == "");
    BOOST_TEST(deviceInName("nvme.json") == "");
}

BOOST_AUTO_TEST_SUITE_END()
