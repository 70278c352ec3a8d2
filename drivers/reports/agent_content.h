#pragma once

#include <nlohmann/json_fwd.hpp>

#include "drivers/reports/report.h"
#include "server/domain/outcome.h"

namespace remise::drivers::reports {

/// Reads what an agent says of a machine: the sections of GLPI's `content` ("bios", "hardware", "cpus"…,
/// schema: github.com/glpi-project/inventory_format). Refuses a section of another shape (report_field).
domain::Verdict readAgentContent(Inventory&, const nlohmann::json& content);

}  // namespace remise::drivers::reports
