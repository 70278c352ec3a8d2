#pragma once

#include "drivers/disks/ata/line.h"
#include "drivers/disks/firmware.h"

namespace remise::drivers::disks::ata {

/// SANITIZE DEVICE (ACS-3, 7.36): overwrites, erases or makes unreadable all that the medium holds, the
/// sectors included that nobody can address. It goes on after a loss of power. `method` is one of the
/// ataSanitize…
[[nodiscard]] Attempt sanitize(Line&, Method, const Waiting&);

}  // namespace remise::drivers::disks::ata
