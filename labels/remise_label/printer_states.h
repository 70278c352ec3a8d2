#pragma once

#include <string>

#include "drivers/printers/status.h"

namespace remise::labels::cli {

/// A printer's state as a sentence for whoever types commands: "no labels: the roll is empty, or none is in",
/// with what the device itself said.
std::string sentenceOf(const drivers::PrinterStatus&);

}  // namespace remise::labels::cli
