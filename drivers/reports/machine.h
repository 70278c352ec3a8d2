#pragma once

#include <vector>

#include "drivers/reports/raw_files.h"
#include "drivers/reports/report.h"

namespace remise::drivers::reports {

/// The one machine that the files tell of. Each tool is asked for what it knows best; what it does not say is
/// taken from the next one. A file that cannot be read is in `notes`, and the others count all the same.
[[nodiscard]] Inventory readMachine(const std::vector<RawFile>&);

}  // namespace remise::drivers::reports
