#pragma once

#include "drivers/reports/report.h"

namespace remise::drivers::reports {

/// Adds what another tool says of the same machine. What is known stays; lists that are empty are taken over
/// whole, for two tools name the same module or processor differently; drives, media and addresses are
/// joined.
void addMissing(Inventory& machine, Inventory more);

/// Whether two tools speak of one machine, as far as their identities tell: not when serial or UUID of both
/// are known and neither is the same.
[[nodiscard]] bool canBeOneMachine(const Inventory&, const Inventory&);

}  // namespace remise::drivers::reports
