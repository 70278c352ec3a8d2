#pragma once

#include "drivers/disks/ata/line.h"
#include "drivers/disks/drive_report.h"

namespace remise::drivers::disks::ata {

/// Finds what a drive was told to hide (HPA, DCO, or the accessible maximum that came after them) and gives
/// it back for good. `sectors` are those that were hidden.
[[nodiscard]] HiddenArea openHiddenArea(Line&);

}  // namespace remise::drivers::disks::ata
