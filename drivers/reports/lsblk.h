#pragma once

#include <string_view>
#include <vector>

#include "drivers/reports/report.h"
#include "server/domain/outcome.h"

namespace remise::drivers::reports {

struct BlockDevices {
    std::vector<Drive> drives;
    std::vector<Medium> media;
};

/// What `lsblk --json --bytes --output-all` lists: drives of the machine, and what is plugged or put into it.
/// Partitions and what the system makes up (loop, zram, mapped devices, boot areas of eMMC) are neither. In
/// doubt it is a drive. Refuses report_lacks without "blockdevices".
domain::Outcome<BlockDevices> readLsblk(std::string_view bytes);

}  // namespace remise::drivers::reports
