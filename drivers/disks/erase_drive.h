#pragma once

#include "drivers/disks/erase_drives.h"

namespace remise::drivers::disks {

/// One drive, from opening it to its report.
[[nodiscard]] DriveReport eraseDrive(const Drive&, const EraseOrder&, const Hooks&);
[[nodiscard]] DriveReport verifyDrive(const Drive&, const Fill& expected, const EraseOrder&, const Hooks&);

}  // namespace remise::drivers::disks
