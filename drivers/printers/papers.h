#pragma once

#include "drivers/printers/printer.h"

namespace remise::drivers {

/// How well labels of this size go with a printer, as far as its model tells; what is in it now, only its
/// status says.
enum class Fit {
    never,
    possible,
    usual,  ///< the paper that this model is mostly sold with
};
Fit fitOf(const PrinterIdentity&, labels::Millimetres width, labels::Millimetres height);

}  // namespace remise::drivers
