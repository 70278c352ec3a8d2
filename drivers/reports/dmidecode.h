#pragma once

#include <string_view>

#include "drivers/reports/report.h"
#include "server/domain/outcome.h"

namespace remise::drivers::reports {

/// What the firmware says of the machine, as `dmidecode` prints it: names, identities, processors, memory
/// modules, batteries' design, TPM, passwords. Some of its structures are enough. Refuses report_unknown for
/// a text without any.
domain::Outcome<Inventory> readDmidecode(std::string_view text);

}  // namespace remise::drivers::reports
