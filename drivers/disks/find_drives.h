#pragma once

#include <vector>

#include "drivers/disks/drive.h"
#include "drivers/disks/kernel_files.h"

namespace remise::drivers::disks {

enum class Take { no, yes };

/// What to look for besides the drives that are built in.
struct Look {
    Take removable = Take::no;           ///< sticks and cards
    Take notHardware = Take::no;         ///< loop devices and mappings: for tests
    std::vector<std::string> bootMedia;  ///< more devices that the system came from, by name (sdb, sdb1)
    KernelFiles kernel;
};

/// Every drive there is, in order of names. What may not be erased says why (`excluded`); what is no drive at
/// all (optical, memory, RAM disks) is not in the list.
[[nodiscard]] std::vector<Drive> findDrives(const Look& = {});

}  // namespace remise::drivers::disks
