#pragma once

#include <atomic>

#include "drivers/usb/bus.h"

namespace remise::drivers::usb {

/// Leaves word whenever something is plugged in or pulled out, while somebody handles the bus's events. Both
/// have to live as long as the bus is used.
void noteChanges(Bus&, std::atomic<bool>& hasChanged);

}  // namespace remise::drivers::usb
