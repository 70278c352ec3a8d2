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
    std::string result(const std::string& test) { return std::string(testResultName(one(test).result)); }
};

const auto never = [] { return false; };

}  // namespace

BOOST_FIXTURE_TEST_SUITE(self_tests_test, Machine)

BOOST_AUTO_TEST_CASE(what_the_machine_has_is_seen_and_what_it_lacks_does_not_apply) {
    for (const auto* test : {"tpm", "wifi", "bluetooth"})
        BOOST_TEST(result(test) == "na", test);
    has("class/tpm/tpm0/tpm_version_major", "2");
    has("class/net/wlp3s0/wireless/here");
    has("class/bluetooth/hci0/here");
    for (const auto* test : {"tpm", "wifi", "bluetooth"})
        BOOST_TEST(result(test) == "pass", test);
}

BOOST_AUTO_TEST_CASE(a_wired_interface_is_no_wifi) {
    has("class/net/enp0s1/address", "52:54:00:12:34:56");
    BOOST_TEST(result("wifi") == "na");
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
