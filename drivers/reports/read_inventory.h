#pragma once

#include <string_view>

#include "drivers/reports/report.h"
#include "server/domain/outcome.h"

namespace remise::drivers::reports {

/// Reads an inventory in whichever known format it has; refuses report_unknown, or what its parser refuses.
domain::Outcome<Inventory> readInventory(std::string_view bytes);

}  // namespace remise::drivers::reports
