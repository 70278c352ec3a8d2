#pragma once

#include "drivers/disks/ata/line.h"
#include "drivers/disks/firmware.h"

namespace remise::drivers::disks::ata {

/// SECURITY ERASE UNIT (ACS-3, 7.39), enhanced where the drive has it, under a password of ours that it
/// forgets when it is done. A drive without power in the middle stays locked with "remise".
[[nodiscard]] Attempt securityErase(Line&, const Waiting&);

}  // namespace remise::drivers::disks::ata
