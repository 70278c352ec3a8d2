#include "terminal/workbench/battery_test.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/support/temporary_folder.h"

using namespace remise;
using namespace remise::workbench;
using namespace std::chrono_literals;

namespace {

/// Three minutes of a battery of 50 Wh that loses so much, in µWh a minute.
std::vector<BatteryReading> running(std::int64_t lostPerMinute) {
    std::vector<BatteryReading> readings;
    for (int minute = 0; minute <= 3; ++minute)
        readings.push_back({std::chrono::minutes(minute), "Discharging", 40'000'000 - minute * lostPerMinute,
                            50'000'000, false});
    return readings;
}

std::string said(const std::optional<TestOutcome>& outcome) {
    if (!outcome) return "nothing";
    return std::string(testResultName(outcome->result)) + " " + outcome->defect + " " + outcome->detail;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(battery_test_test)

BOOST_AUTO_TEST_CASE(a_battery_that_would_run_for_forty_minutes_from_full_passes) {
    BOOST_TEST(said(runtimeOf(running(1'250'000))) == "pass  40 min");
    BOOST_TEST(said(runtimeOf(running(1'300'000))) == "fail short 38 min");
}

BOOST_AUTO_TEST_CASE(one_that_loses_a_tenth_at_once_has_failed) {
    auto readings = running(100'000);
    readings[2].now = 30'000'000;
    BOOST_TEST(said(runtimeOf(readings)) == "fail short it jumps");
}

BOOST_AUTO_TEST_CASE(one_that_was_not_seen_to_run_or_to_lose_anything_says_nothing) {
    auto charging = running(1'000'000);
    for (auto& reading : charging)
        reading.status = "Charging";
    BOOST_TEST(said(runtimeOf(charging)) == "nothing");
    BOOST_TEST(said(runtimeOf(running(0))) == "nothing");
    BOOST_TEST(said(runtimeOf({})) == "na  ");
}

BOOST_AUTO_TEST_CASE(what_can_be_made_to_run_on_the_charger_is_and_is_put_back) {
    const test::TemporaryFolder folder;
    const auto battery = folder.path() / "class/power_supply/BAT0";
    std::filesystem::create_directories(battery);
    const auto write = [&](const char* name, const char* text) { std::ofstream(battery / name) << text; };
    write("type", "Battery");
    write("status", "Charging");
    write("energy_now", "40000000");
    write("energy_full", "50000000");
    write("charge_behaviour", "[auto] inhibit-charge force-discharge");
    int looks = 0;
    std::string during;
    (void)watchBattery(1ms, folder.path(), [&] {
        ++looks;
        std::getline(std::ifstream(battery / "charge_behaviour") >> std::ws, during);
        return false;
    });
    BOOST_TEST(looks > 0);
    BOOST_TEST(during == "force-discharge");
    std::string after;
    std::getline(std::ifstream(battery / "charge_behaviour") >> std::ws, after);
    BOOST_TEST(after == "auto");
}

BOOST_AUTO_TEST_SUITE_END()
