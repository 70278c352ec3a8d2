#pragma once

#include <chrono>

#include "drivers/disks/kernel_files.h"

namespace remise::drivers::disks {

/// Puts the computer to sleep and has its clock wake it. Drives lose their power meanwhile, and with it the
/// lock that the computer's firmware has put on their security commands. False when it cannot sleep, or not
/// be woken.
bool sleepFor(std::chrono::seconds, const KernelFiles& = {});

}  // namespace remise::drivers::disks
