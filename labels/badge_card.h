#pragma once

#include <string>

#include "labels/bitmap.h"

namespace remise::labels {

/// What a worker's badge shows. The code never appears as letters: a badge must be held, not read.
struct BadgeCard {
    std::string code;  ///< a badge's code, 22 letters
    std::string name;  ///< only the first word is printed
};

/// The card of 85.6 × 54 mm (ISO/IEC 7810 ID-1) at 203 dpi: first name, a QR code for cameras and a Code 128
/// for lasers.
Bitmap drawBadgeCard(const BadgeCard&);

}  // namespace remise::labels
