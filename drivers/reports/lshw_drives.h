#pragma once

#include "drivers/reports/lshw_nodes.h"
#include "drivers/reports/report.h"

namespace remise::drivers::reports {

/// Adds the drive or the medium that a node is, if it is one. Called in the order of the tree: an NVMe
/// drive's size stands in the node below it.
void addLshwDrive(Inventory&, const LshwNode&);

}  // namespace remise::drivers::reports
