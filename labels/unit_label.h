#pragma once

#include <string>

#include "labels/bitmap.h"

namespace remise::labels {

/// What the label of a unit says.
struct UnitLabel {
    std::string code;       ///< a unit's code, 8 letters
    std::string publicUrl;  ///< where the public pages live, e.g. https://remise.example
    std::string text;       ///< maker and model; empty while nobody knows
};

/// The address in the label's QR code: the unit's public passport, PUBLIC_URL/u/CODE.
std::string addressOf(const UnitLabel&);

/// The label of 50 × 25 mm at 203 dpi: QR code on the left, code in large letters in groups of four, then
/// what the unit is. Throws when the address is too long for a readable QR code.
Bitmap drawUnitLabel(const UnitLabel&);

}  // namespace remise::labels
