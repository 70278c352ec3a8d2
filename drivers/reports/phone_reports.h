#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "drivers/reports/device_report.h"
#include "server/domain/outcome.h"

/// Diagnostics of phones as their makers' interfaces give them. Where a maker does not publish what a member
/// holds, it is not read: see the README.
namespace remise::drivers::reports {

/// Phonecheck: an object for each device, or a list of them after its count.
[[nodiscard]] bool isPhonecheck(const nlohmann::json&);
[[nodiscard]] std::vector<DeviceReport> readPhonecheck(const nlohmann::json&);

/// M360: the answer of getHistory, or its records.
[[nodiscard]] bool isM360(const nlohmann::json&);
[[nodiscard]] std::vector<DeviceReport> readM360(const nlohmann::json&);

}  // namespace remise::drivers::reports
