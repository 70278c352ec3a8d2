#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "drivers/printers/brother_ql/model.h"
#include "labels/bitmap.h"

namespace remise::drivers::brother_ql {

/// The values that commands and status carry.
enum class MediaType : unsigned char { none = 0, endless = 0x0a, dieCut = 0x0b };

/// A roll: what it measures in the printer's own millimetres, and in dots (300 dpi) what of it the head can
/// reach. Lengths of endless rolls are 0.
struct Medium {
    std::string_view name;
    MediaType type;
    int widthMm;
    int lengthMm;
    labels::Dots width;
    labels::Dots length;
    labels::Dots printableWidth;
    labels::Dots printableLength;
    labels::Dots offset;  ///< pins between the head's right end and the printable width
};

std::span<const Medium> media();
/// As a printer tells what is loaded; nothing when it is no roll that we know.
std::optional<Medium> mediumOf(MediaType, int widthMm, int lengthMm);
/// "62x29", "62": as they are sold, millimetres.
std::optional<Medium> mediumNamed(std::string_view name);

/// The dots that the head has to print for a label on this medium, turned by a quarter where that is how it
/// fits. Nothing when the label has another size, or black dots where the head cannot reach.
std::optional<labels::Bitmap> fitted(const labels::Bitmap& label, const Medium&);

}  // namespace remise::drivers::brother_ql
