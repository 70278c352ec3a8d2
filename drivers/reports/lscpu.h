#pragma once

#include <string_view>
#include <vector>

#include "drivers/reports/report.h"
#include "server/domain/outcome.h"

namespace remise::drivers::reports {

/// What `lscpu` prints, as text (English or French) or JSON: a processor for each socket, as the processor
/// calls itself. Refuses report_lacks without its name.
domain::Outcome<std::vector<Processor>> readLscpu(std::string_view text);

}  // namespace remise::drivers::reports
