#pragma once

#include <string_view>
#include <vector>

#include "drivers/reports/report.h"
#include "server/domain/outcome.h"

/// What nvme-cli says (1.x and 2.x).
namespace remise::drivers::reports {

/// `nvme list -o json`: a drive for each controller, however many namespaces it is cut into; their sizes are
/// added. Refuses report_lacks without "Devices"; an empty list is none.
domain::Outcome<std::vector<Drive>> readNvmeList(std::string_view bytes);

/// `nvme id-ctrl`, as JSON or text: a drive without device name. Refuses report_lacks without model and
/// serial.
domain::Outcome<Drive> readNvmeController(std::string_view bytes);

/// `nvme smart-log`, as JSON or text. Refuses report_lacks without critical_warning.
domain::Outcome<SelfReport> readNvmeSmartLog(std::string_view bytes);

}  // namespace remise::drivers::reports
