#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "drivers/reports/report.h"
#include "server/domain/outcome.h"

namespace remise::drivers::reports {

/// What `lshw -json` says: one tree of the machine, or a list of parts of it (`-class disk`). Refuses what is
/// no JSON, and report_lacks where nothing has a class.
domain::Outcome<Inventory> readLshw(std::string_view text);
/// The same of what is parsed already.
domain::Outcome<Inventory> inventoryOfLshw(const nlohmann::json& said);

}  // namespace remise::drivers::reports
