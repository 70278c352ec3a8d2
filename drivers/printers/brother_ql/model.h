#pragma once

#include "labels/bitmap.h"

namespace remise::drivers::brother_ql {

/// What a row of dots looks like: all pins of the head, and how many of them lie right of the widest roll.
struct Head {
    int bytesPerRow;
    labels::Dots offset;
};
inline constexpr Head narrow{90, 0};  ///< rolls up to 62 mm
inline constexpr Head wide{162, 44};  ///< QL-10xx and QL-11xx: rolls up to 102 mm

enum class Cutter { none, cuts };
/// Whether the picture's rows may be packed.
enum class Packing { none, packBits };
/// `onlyRaster` knows no other language, and no command to choose one.
enum class Modes { onlyRaster, chosen, chosenAndTold };

/// What one QL printer's manual says apart from all the others'.
struct Model {
    Head head;
    int invalidBytes;  ///< NULs that end whatever was cut off before
    Cutter cutter;
    Packing packing;
    Modes modes;
};

}  // namespace remise::drivers::brother_ql
