#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "terminal/workbench/self_tests.h"

namespace remise::workbench {

/// What a battery says at one moment, in µWh or µAh, as the kernel has it.
struct BatteryReading {
    std::chrono::milliseconds at{0};  ///< since the first reading
    std::string status;               ///< Charging, Discharging, Not charging, Full
    std::int64_t now = 0, full = 0;
    bool isOnMains = false;
};

/// Reads it each second for so long, or until it is plugged in or out. A battery that can be made to run
/// while it is plugged in (charge_behaviour) runs for that time; else it is watched as it is. Empty without a
/// battery; one reading where watching it would say nothing.
std::vector<BatteryReading> watchBattery(std::chrono::milliseconds, const std::filesystem::path& sys,
                                         const std::function<bool()>& shallStop);

/// Whether it charges; nothing where that could not be seen: no charger is plugged in.
std::optional<TestOutcome> chargeOf(const std::vector<BatteryReading>&);

/// Whether it would run for 40 minutes from full, by what it lost while it was watched; nothing where it was
/// not seen to run.
std::optional<TestOutcome> runtimeOf(const std::vector<BatteryReading>&);

}  // namespace remise::workbench
