#pragma once

#include <map>
#include <string>

#include "drivers/disks/kernel_files.h"
#include "drivers/disks/reason.h"

namespace remise::drivers::disks {

/// The disks (sda, nvme0n1) that the running system uses, by whatever part of them, and for what: bootMedium,
/// mounted or swap.
[[nodiscard]] std::map<std::string, Reason> disksInUse(const KernelFiles&);

/// The disk that a device or a part of one belongs to: "sda" for "sda2"; the name itself when it is no part.
[[nodiscard]] std::string diskOf(const KernelFiles&, const std::string& name);

/// Whether a volume (device-mapper, RAID) is made of it or of a part of it.
[[nodiscard]] bool isHeld(const std::filesystem::path& folder);

}  // namespace remise::drivers::disks
