#pragma once

#include <string_view>

#include "drivers/reports/report.h"
#include "server/domain/outcome.h"

namespace remise::drivers::reports {

/// What `smartctl --all` prints for people (smartmontools 5 to 7; ATA, SCSI, NVMe): a drive without device
/// name. Refuses report_lacks when it names no drive.
domain::Outcome<Drive> readSmartctlText(std::string_view text);

}  // namespace remise::drivers::reports
