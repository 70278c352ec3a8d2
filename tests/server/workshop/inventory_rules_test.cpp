#include "server/workshop/inventory_rules.h"

#include <boost/test/unit_test.hpp>

using namespace remise::workshop;
using namespace remise::drivers::reports;
using remise::domain::Value;

BOOST_AUTO_TEST_SUITE(inventory_rules_test)

BOOST_AUTO_TEST_CASE(a_history_says_what_is_in_the_machine) {
    Inventory inventory;
    inventory.maker = "LENOVO";
    inventory.firmware = "N24ET61W (01/15/2021)";
    inventory.tpm = "2.0";
    inventory.uefi = true;
    inventory.locks = {Lock::powerOnPassword, Lock::drivePassword};
    inventory.processors = {{"Intel(R) Core(TM) i5-8350U CPU @ 1.70GHz", "Intel", 4, 8, 1700}};
    inventory.modules = {{std::int64_t{8} << 30, "DDR4", "", "", 1},
                         {std::int64_t{8} << 30, "DDR4", "", "", 2}};
    inventory.memorySlots = 2;
    inventory.graphics = {{"Intel", "Intel UHD Graphics 620"}, {"NVIDIA", "MX150"}, {"NVIDIA", "MX150"}};
    Screen screen;
    screen.maker = "AUO";
    screen.model = "B140HAN";
    screen.serial = "S123456";
    screen.widthPixels = 1920;
    screen.heightPixels = 1080;
    inventory.screens = {screen};
    Drive failing;
    failing.self.passed = false;
    failing.kind = DriveKind::ssd;
    failing.bytes = 256'060'514'304;
    inventory.drives = {Drive{}, failing};
    const Value said = hardwareOf(inventory);
    const Value expected = Value::Object{{"maker", "LENOVO"},
                                         {"firmware", "N24ET61W (01/15/2021)"},
                                         {"tpm", "2.0"},
                                         {"uefi", true},
                                         {"locks", "power_on_password, drive_password"},
                                         {"cpu", "Intel(R) Core(TM) i5-8350U CPU @ 1.70GHz"},
                                         {"cpu_generation", 8},
                                         {"cpu_cores", 4},
                                         {"cpu_threads", 8},
                                         {"cpu_mhz", 1700},
                                         {"memory_mb", 16384},
                                         {"memory_type", "DDR4"},
                                         {"memory_modules", 2},
                                         {"memory_slots", 2},
                                         {"graphics", "Intel UHD Graphics 620, NVIDIA MX150"},
                                         {"screens", "AUO B140HAN 1920×1080"},
                                         {"failing_drives", 1},
                                         {"windows_11", true},
                                         {"performance_class", 3}};
    BOOST_TEST(canonicalJson(said) == canonicalJson(expected));
}

BOOST_AUTO_TEST_CASE(what_stands_between_a_machine_and_windows_11_is_said) {
    Inventory inventory;
    inventory.processors = {{"Intel(R) Core(TM) i5-6200U CPU @ 2.30GHz", "Intel", 2, 4, 2300}};
    inventory.tpm = "1.2";
    const Value said = hardwareOf(inventory);
    BOOST_TEST(!said.boolOr("windows_11", true));
    BOOST_TEST(said.textOr("windows_11_lacks") == "processor, tpm");
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_not_said) {
    BOOST_TEST(hardwareOf(Inventory{}).object().empty());
}

BOOST_AUTO_TEST_CASE(no_text_grows_past_what_the_ledger_takes) {
    Inventory inventory;
    for (int i = 0; i < 100; ++i)
        inventory.graphics.push_back({"NVIDIA", "GeForce GTX " + std::to_string(1000 + i)});
    const std::string text = hardwareOf(inventory).textOr("graphics");
    BOOST_TEST(text.size() <= 255);
    BOOST_TEST(text.ends_with("NVIDIA GeForce GTX 1009"));
}

BOOST_AUTO_TEST_CASE(a_machine_is_known_by_what_its_maker_gave_it) {
    Inventory inventory;
    inventory.serial = "pf0 abc12";
    inventory.uuid = "33221100-5544-7766-8899-aabbccddeeff";
    inventory.macs = {"02:42:ac:11:00:02", "8c:16:45:aa:bb:cc", "f6:00:00:00:00:01"};
    using enum remise::domain::MachineIdKind;
    const remise::domain::MachineIds expected{
        {serial, "PF0ABC12"}, {uuid, "00112233-4455-6677-8899-AABBCCDDEEFF"}, {mac, "8c:16:45:aa:bb:cc"}};
    BOOST_TEST((machineIdsOf(inventory) == expected));
}

BOOST_AUTO_TEST_SUITE_END()
