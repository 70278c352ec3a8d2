#pragma once

#include <string_view>
#include <vector>

#include "drivers/reports/report.h"

namespace remise::drivers::reports {

/// The batteries among the kernel's power supplies: the files /sys/class/power_supply/*/uevent, one after
/// another. Mains, empty bays and batteries of mice and keyboards are none.
[[nodiscard]] std::vector<Battery> readPowerSupplies(std::string_view text);

}  // namespace remise::drivers::reports
