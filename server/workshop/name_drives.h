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

/// Which of these (as nameDrives gives them) another unit holds until now: [{"drive", "from"}].
domain::Value movedDrives(db::Pool&, const domain::Value& drives, const std::string& unit);

/// Drives of the unit that a whole inventory does not name: taken out, dead, or not looked for. Codes.
domain::Value unseenDrives(const drivers::reports::Inventory&, const domain::Value& drives,
                           const domain::Value& unitState);

}  // namespace remise::workshop
