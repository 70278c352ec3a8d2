#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

#include "drivers/reports/device_report.h"

/// The words in which tools for devices answer.
namespace remise::drivers::reports {

/// Yes, on, locked, enabled, true; no, off, unlocked, disabled, false; empty for any other word.
[[nodiscard]] std::optional<bool> answerIn(std::string_view words);

/// Adds what a member says of a lock, when it says it in words that are known.
void addLock(DeviceReport&, DeviceLock, const nlohmann::json& object, const char* member);

/// Adds a member's number when it is an IMEI, and not there yet.
void addImei(DeviceReport&, const nlohmann::json& object, const char* member);

/// "87", 87, "87 %"; empty outside of 1 to 100.
[[nodiscard]] std::optional<int> percentOf(const nlohmann::json& object, const char* member);

}  // namespace remise::drivers::reports
