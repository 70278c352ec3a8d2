#pragma once

#include "db/pool.h"
#include "drivers/reports/report.h"
#include "server/ledger/codes.h"

namespace remise::workshop {

/// The drives of an inventory as `record_inventory` takes them, each with its code. A drive that is known
/// keeps its own; what has no serial is taken for the unit's nameless one of the same model, else it gets a
/// new code, to be stuck to it: one that stayed unnamed could leave with somebody's data.
domain::Value nameDrives(db::Pool&, ledger::Codes&, const drivers::reports::Inventory&,
                         const std::string& unit, const domain::Value& unitState);

}  // namespace remise::workshop
