#pragma once

#include "drivers/disks/progress.h"
#include "server/domain/value.h"

/// The drives of this machine as people see them while it works (docs/api.md, "Machines on the benches").
namespace remise::workbench {

/// Adds maker, model and serial, as the firmware tells them.
void describeMachine(domain::Value& machine);

/// One row for each drive that is built in: [{serial, model, bytes, medium, state}].
domain::Value liveDrives();

/// Brings one drive's row up to date; one that has none gets it. A drive that is overwritten is at 500
/// thousandths when all of it is written, and at 1000 when all of it is read again.
void showProgress(domain::Value& rows, const drivers::disks::Progress&);

}  // namespace remise::workbench
