#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "drivers/disks/drive_report.h"

namespace remise::workbench {

/// What was done to the drives of one machine: the document "remise-erasure-1" (docs/erasure.md), or
/// "remise-verification-1" where they were only read.
struct ErasureReport {
    std::string_view format = "remise-erasure-1";
    domain::Uuid id;
    std::optional<domain::Uuid> job;
    domain::Milliseconds startedAt = 0, endedAt = 0;
    std::vector<drivers::disks::DriveReport> drives;
};

/// With what the firmware of the machine says of itself, in `dmi` (/sys/class/dmi/id).
[[nodiscard]] domain::Value valueOf(const ErasureReport&,
                                    const std::filesystem::path& dmi = "/sys/class/dmi/id");

}  // namespace remise::workbench
