#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>
#include <vector>

#include "drivers/reports/device_report.h"
#include "server/domain/outcome.h"

/// Reports of Blancco's erasers and diagnostics: one `report`, or several below a `root`. What people wrote
/// into them (`user_data`) is not read.
namespace remise::drivers::reports {

/// Refuses what readXml does; report_lacks without "blancco_data".
[[nodiscard]] domain::Outcome<std::vector<DeviceReport>> readBlanccoXml(std::string_view bytes);

/// The same reports as JSON, where an element is a list of objects with one member each.
[[nodiscard]] bool isBlancco(const nlohmann::json&);
[[nodiscard]] domain::Outcome<std::vector<DeviceReport>> readBlanccoJson(const nlohmann::json&);

}  // namespace remise::drivers::reports
