#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>
#include <vector>

#include "drivers/reports/report.h"
#include "server/domain/outcome.h"

namespace remise::drivers::reports {

/// What `smartctl --json --all` says of a drive (ATA, SCSI, NVMe; smartmontools 7), or of several in a list.
/// An answer that names no drive (it could not be opened, a scan) is left out of a list; refuses report_lacks
/// when none is left.
domain::Outcome<std::vector<Drive>> readSmartctlJson(std::string_view bytes);
/// The same of what is parsed already.
domain::Outcome<std::vector<Drive>> drivesOfSmartctl(const nlohmann::json& said);

}  // namespace remise::drivers::reports
