#include "terminal/workbench/battery_test.h"

#include <algorithm>
#include <fstream>
#include <thread>

namespace remise::workbench {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

std::string lineIn(const fs::path& file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

std::int64_t numberIn(const fs::path& file) {
    std::ifstream in(file);
    std::int64_t number = 0;
    return in >> number ? number : 0;
}

/// The machine's own; those of mice and keyboards have a scope.
std::optional<fs::path> batteryIn(const fs::path& sys) {
    std::error_code none;
    for (const auto& supply : fs::directory_iterator(sys / "class/power_supply", none))
        if (lineIn(supply.path() / "type") == "Battery" && lineIn(supply.path() / "scope") != "Device" &&
            lineIn(supply.path() / "present") != "0")
            return supply.path();
    return {};
}

bool isPluggedIn(const fs::path& sys) {
    std::error_code none;
    for (const auto& supply : fs::directory_iterator(sys / "class/power_supply", none))
        if (lineIn(supply.path() / "type") != "Battery" && lineIn(supply.path() / "online") == "1")
            return true;
    return false;
}

BatteryReading read(const fs::path& battery, const fs::path& sys, milliseconds at) {
    const bool isEnergy = fs::exists(battery / "energy_now");
    const std::string kind = isEnergy ? "energy" : "charge";
    return {at, lineIn(battery / "status"), numberIn(battery / (kind + "_now")),
            numberIn(battery / (kind + "_full")), isPluggedIn(sys)};
}

/// Runs from its battery although it is plugged in, until this ends.
class ForcedDischarge {
public:
    explicit ForcedDischarge(const fs::path& battery) : m_file(battery / "charge_behaviour") {
        m_isForced = lineIn(m_file).find("force-discharge") != std::string::npos && write("force-discharge");
    }
    ForcedDischarge(const ForcedDischarge&) = delete;
    ~ForcedDischarge() {
        if (m_isForced) (void)write("auto");
    }
    [[nodiscard]] bool isForced() const { return m_isForced; }

private:
    [[nodiscard]] bool write(const char* word) const {
        std::ofstream out(m_file);
        out << word;
        return out.flush().good();
    }
    fs::path m_file;
    bool m_isForced = false;
};

bool isRunning(const BatteryReading& reading) {
    return reading.status == "Discharging";
}

}  // namespace

std::vector<BatteryReading> watchBattery(milliseconds length, const fs::path& sys,
                                         const std::function<bool()>& shallStop) {
    const auto battery = batteryIn(sys);
    if (!battery) return {};
    std::vector<BatteryReading> readings{read(*battery, sys, milliseconds(0))};
    const ForcedDischarge forced(*battery);
    if (!forced.isForced() && !isRunning(readings.front())) return readings;
    const auto began = Clock::now();
    const bool wasOnMains = readings.front().isOnMains;
    for (auto at = milliseconds(0); at < length && !shallStop();) {
        std::this_thread::sleep_for(std::min<milliseconds>(length, std::chrono::seconds(1)));
        at = std::chrono::duration_cast<milliseconds>(Clock::now() - began);
        readings.push_back(read(*battery, sys, at));
        if (readings.back().isOnMains != wasOnMains) break;
    }
    return readings;
}

std::optional<TestOutcome> chargeOf(const std::vector<BatteryReading>& readings) {
    if (readings.empty()) return TestOutcome{"charge", TestResult::notApplicable, {}, {}};
    const BatteryReading& first = readings.front();
    if (!first.isOnMains) return {};
    // Some stop charging on purpose before they are full.
    constexpr std::int64_t percent = 100, nearlyFull = 60;
    const bool isHeld = first.status == "Not charging" && first.now * percent >= first.full * nearlyFull;
    if (first.status == "Charging" || first.status == "Full" || isHeld)
        return TestOutcome{"charge", TestResult::pass, {}, first.status};
    if (isRunning(first)) return TestOutcome{"charge", TestResult::fail, "no_charge", first.status};
    return {};
}

std::optional<TestOutcome> runtimeOf(const std::vector<BatteryReading>& readings) {
    const auto said = [](TestResult result, std::string detail) {
        return TestOutcome{"battery_runtime", result, result == TestResult::fail ? "short" : "",
                           std::move(detail)};
    };
    if (readings.empty()) return said(TestResult::notApplicable, {});
    std::vector<BatteryReading> running;
    std::ranges::copy_if(readings, std::back_inserter(running), isRunning);
    if (running.size() < 2) return {};
    constexpr std::int64_t tenth = 10, minutesWanted = 40, millisecondsPerMinute = 60'000;
    for (std::size_t i = 1; i < running.size(); ++i)
        if (running[i - 1].now - running[i].now > running[i].full / tenth)
            return said(TestResult::fail, "it jumps");
    const std::int64_t lost = running.front().now - running.back().now;
    const std::int64_t took = (running.back().at - running.front().at).count();
    if (lost <= 0 || running.front().full <= 0) return {};
    const std::int64_t minutes = running.front().full * took / lost / millisecondsPerMinute;
    return said(minutes >= minutesWanted ? TestResult::pass : TestResult::fail,
                std::to_string(minutes) + " min");
}

}  // namespace remise::workbench
