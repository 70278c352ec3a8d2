#include "terminal/workbench/self_tests.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "terminal/workbench/load_test.h"
#include "terminal/workbench/memory_test.h"
#include "tests/support/temporary_folder.h"

using namespace remise;
using namespace remise::workbench;
using test::TemporaryFolder;
using namespace std::chrono_literals;

namespace {

/// A /sys of our own, with what a machine may have.
struct Machine {
    TemporaryFolder folder;
    TestTools tools;
    int asked = 0;

    Machine() {
        tools.sys = folder.path();
        tools.load = 50ms;
        tools.battery = 1ms;
        tools.bluetoothNeighbours = [] { return std::nullopt; };
        tools.memoryAtMost = 8 << 20;
    }
    void has(const std::string& file, const std::string& text = "") {
        const auto path = folder.path() / file;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path) << text;
    }
    TestOutcome one(const std::string& test) {
        const auto outcomes = runSelfTests({test}, tools);
        BOOST_REQUIRE(outcomes.size() == 1);
        return outcomes.front();
    }
    /// "pass 2 networks", or "nothing" where a person is asked.
    std::string says(const std::string& test) {
        const auto outcomes = runSelfTests({test}, tools);
        if (outcomes.empty()) return "nothing";
        return std::string(testResultName(outcomes.front().result)) + " " + outcomes.front().detail;
    }
    void battery(const std::string& status) {
        has("class/power_supply/BAT0/type", "Battery");
        has("class/power_supply/BAT0/status", status);
        has("class/power_supply/BAT0/energy_now", "40000000");
        has("class/power_supply/BAT0/energy_full", "50000000");
    }
    std::string result(const std::string& test) { return std::string(testResultName(one(test).result)); }
};

const auto never = [] { return false; };

}  // namespace

BOOST_FIXTURE_TEST_SUITE(self_tests_test, Machine)

BOOST_AUTO_TEST_CASE(a_tpm_that_is_not_there_does_not_apply) {
    BOOST_TEST(result("tpm") == "na");
    has("class/tpm/tpm0/tpm_version_major", "2");
    BOOST_TEST(result("tpm") == "pass");
}

// The radios themselves are pretended: what `iw` prints, and how many neighbours were heard.
BOOST_AUTO_TEST_CASE(wifi_passes_once_a_network_is_heard_and_else_a_person_is_asked) {
    std::string heard;
    tools.run = [&](const std::vector<std::string>& words, std::chrono::milliseconds) {
        return ToolOutput{0, words[0] == "iw" && words[2] == "wlp3s0" ? heard : ""};
    };
    heard = "BSS aa:bb:cc:dd:ee:ff(on wlp3s0)\n\tSSID: atelier\nBSS 11:22:33:44:55:66(on wlp3s0)\n";
    BOOST_TEST(says("wifi") == "nothing");
    has("class/net/enp0s1/address", "52:54:00:12:34:56");
    BOOST_TEST(says("wifi") == "nothing");
    has("class/net/wlp3s0/wireless/here");
    BOOST_TEST(says("wifi") == "pass 2 networks");
    heard = "command failed: No such device (-19)\n";
    BOOST_TEST(says("wifi") == "nothing");
}

BOOST_AUTO_TEST_CASE(bluetooth_passes_once_it_has_listened_to_the_end) {
    std::optional<int> neighbours;
    tools.bluetoothNeighbours = [&] { return neighbours; };
    BOOST_TEST(says("bluetooth") == "nothing");
    has("class/bluetooth/hci0/here");
    BOOST_TEST(says("bluetooth") == "nothing");
    neighbours = 0;
    BOOST_TEST(says("bluetooth") == "pass 0 neighbours");
}

BOOST_AUTO_TEST_CASE(a_machine_without_a_battery_has_none_to_charge) {
    has("class/power_supply/AC/type", "Mains");
    has("class/power_supply/hidpp_battery_0/type", "Battery");
    has("class/power_supply/hidpp_battery_0/scope", "Device");
    BOOST_TEST(says("charge") == "na ");
    BOOST_TEST(says("battery_runtime") == "na ");
}

BOOST_AUTO_TEST_CASE(a_battery_on_the_charger_charges_or_does_not) {
    battery("Charging");
    BOOST_TEST(says("charge") == "nothing");  // nobody has plugged it in
    has("class/power_supply/AC/type", "Mains");
    has("class/power_supply/AC/online", "1");
    BOOST_TEST(says("charge") == "pass Charging");
    BOOST_TEST(says("battery_runtime") == "nothing");  // it was not seen to run
    battery("Discharging");
    BOOST_TEST(says("charge") == "fail Discharging");
    battery("Not charging");
    BOOST_TEST(says("charge") == "pass Not charging");
}

BOOST_AUTO_TEST_CASE(only_what_was_asked_for_and_needs_no_hands_is_tested_in_order) {
    BOOST_TEST(isSelfTest("battery_runtime"));
    BOOST_TEST(!isSelfTest("hinge"));
}

BOOST_AUTO_TEST_CASE(memory_that_keeps_what_is_written_passes) {
    const auto found = testMemory(8 << 20, never);
    BOOST_TEST(found.bytes == 8u << 20);
    BOOST_TEST(found.wrongWords == 0u);
    BOOST_TEST(result("ram") == "pass");
}

BOOST_AUTO_TEST_CASE(a_processor_that_stays_cool_passes_and_its_temperature_is_told) {
    has("class/hwmon/hwmon0/temp1_input", "61000");
    has("class/hwmon/hwmon0/temp1_crit", "100000");
    const auto outcome = one("cpu_load");
    BOOST_TEST(testResultName(outcome.result) == "pass");
    BOOST_TEST(outcome.detail == "61 °C");
}

BOOST_AUTO_TEST_CASE(a_processor_at_its_makers_critical_temperature_fails_at_once) {
    has("class/hwmon/hwmon0/temp1_input", "100000");
    has("class/hwmon/hwmon0/temp1_crit", "100000");
    tools.load = 24h;
    const auto outcome = one("cpu_load");
    BOOST_TEST(testResultName(outcome.result) == "fail");
    BOOST_TEST(outcome.defect == "overheats");
}

BOOST_AUTO_TEST_CASE(a_machine_without_drives_has_none_to_fail) {
    BOOST_TEST(result("smart") == "na");
}

BOOST_AUTO_TEST_CASE(only_what_was_asked_for_and_needs_no_hands_is_tested) {
    BOOST_TEST(isSelfTest("ram"));
    BOOST_TEST(!isSelfTest("keyboard"));
    const auto outcomes = runSelfTests({"keyboard", "tpm", "hinge"}, tools);
    BOOST_REQUIRE(outcomes.size() == 1);
    BOOST_TEST(outcomes[0].test == "tpm");
}

BOOST_AUTO_TEST_CASE(a_test_that_was_cut_short_says_nothing) {
    tools.load = 24h;
    tools.shallStop = [this] { return ++asked > 2; };
    BOOST_TEST(runSelfTests({"cpu_load"}, tools).empty());
}

BOOST_AUTO_TEST_SUITE_END()
