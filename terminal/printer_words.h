#pragma once

#include "drivers/printers/status.h"
#include "server/domain/outcome.h"

namespace remise::terminal {

/// What a worker is told when a label did not come out of a printer in this state.
domain::Refusal printerRefusal(drivers::PrinterState);

/// The string of the head line for what keeps labels in the printer.
const char* printerHeader(const domain::Refusal&);

}  // namespace remise::terminal
