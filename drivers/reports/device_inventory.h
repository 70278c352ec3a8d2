#pragma once

#include <string_view>

#include "drivers/reports/device_report.h"
#include "drivers/reports/report.h"

namespace remise::drivers::reports {

/// What another tool's report says of the device as such: who made it, its numbers, and the drives that the
/// tool erased, which stay to be erased until our own reading says otherwise.
[[nodiscard]] Inventory inventoryOf(const DeviceReport&);

/// The same of the one device in a report as it came. Refuses what readDeviceReports does, and a list of
/// several (report_field): they would become one unit.
[[nodiscard]] domain::Outcome<Inventory> readDeviceInventory(std::string_view bytes);

}  // namespace remise::drivers::reports
