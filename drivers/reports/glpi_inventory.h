#pragma once

#include <string_view>

#include "drivers/reports/report.h"
#include "server/domain/outcome.h"

namespace remise::drivers::reports {

/// Reads an inventory of the GLPI agent in its native JSON, whole or partial, of a computer, a phone or a
/// device seen through the network (printer, switch). Refuses with what is wrong: not_json, too_large,
/// report_too_deep, report_lacks, report_field.
domain::Outcome<Inventory> readGlpiJson(std::string_view text);

}  // namespace remise::drivers::reports
