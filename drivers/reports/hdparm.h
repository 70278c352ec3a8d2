#pragma once

#include <string_view>

#include "drivers/reports/report.h"
#include "server/domain/outcome.h"

namespace remise::drivers::reports {

/// What `hdparm -I` prints of an ATA drive, and whether a password of its own locks it. Refuses report_lacks
/// without model and serial.
domain::Outcome<Drive> readHdparm(std::string_view text);

}  // namespace remise::drivers::reports
