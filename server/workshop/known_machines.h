#pragma once

#include <set>
#include <string>
#include <vector>

#include "db/connection.h"
#include "db/unit_store.h"
#include "drivers/reports/report.h"
#include "server/domain/machine_ids.h"
#include "server/domain/value.h"

namespace remise::workshop {

/// A unit that an inventory's machine must be, whatever disk is in it now.
struct KnownMachine {
    db::UnitRow unit;
    std::set<domain::MachineIdKind> why;
};

/// In order of arrival, also those that have left; without the unit `except`. They are shown, never merged:
/// that is for people to decide.
std::vector<KnownMachine> knownMachines(db::Connection&, const drivers::reports::Inventory&,
                                        std::string_view except = {});

domain::Value codesOf(const std::vector<KnownMachine>&);
/// With the last of what happened to each: [{"unit", "stage", "next", "maker", "model", "why", "history":
/// [{"kind", "recorded_at", "station", "stage"}]}].
domain::Value toValue(db::Connection&, const std::vector<KnownMachine>&);

}  // namespace remise::workshop
