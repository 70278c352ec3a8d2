#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "drivers/printers/status.h"

namespace remise::drivers::escpos {

/// The answers to DLE EOT 1 to 4: printer, why it is offline, errors, paper.
using RealTimeStatus = std::array<std::uint8_t, 4>;

/// Whether a byte can be an answer to DLE EOT: bits 1 and 4 are set, 0 and 7 are not.
bool isRealTimeAnswer(std::uint8_t);
/// Whether a byte can be an answer to GS r: bits 4 and 7 are not set.
bool isOrderedAnswer(std::uint8_t);

/// In our words, the one that a person has to do something about first.
PrinterStatus statusOf(const RealTimeStatus&);

}  // namespace remise::drivers::escpos
