#pragma once

#include <string>

#include "labels/bitmap.h"

namespace remise::drivers::escpos {

enum class Cutter { none, cuts };

/// One label in ESC/POS, ready to be sent: the picture in the middle of the head's width, then the paper is
/// fed out, and cut where there is a cutter. The picture must not be wider than the head. See README.md.
std::string encode(const labels::Bitmap&, labels::Dots headWidth, Cutter);

/// Rows of nothing that end a picture that was cut off; on their own they are ignored.
std::string whiteBand(labels::Dots headWidth);

}  // namespace remise::drivers::escpos
