#pragma once

#include "labels/barcode.h"
#include "labels/grey_picture.h"

namespace remise::labels {

/// How much of the blur of a lens is undone before bars are told from gaps.
enum class Sharpening { light, strong };

/// Lines across a picture, one a row, in black and white, two samples a pixel.
struct BarLines {
    GreyPicture rows;
    Point origin{};       ///< where the first row begins, in the picture
    Point endOfFirst{};   ///< where it ends
    Point startOfLast{};  ///< where the row after the last would begin
};

/// What a laser scanner would see: lines in one direction (0: from left to right, 90: downwards), each the
/// mean of a few neighbouring ones (noise goes, bars stay), sharpened, and made black and white by what is
/// darkest and brightest nearby. Finds codes of bars that noise, blur, a shadow or a slant hide from a plain
/// reader; codes of squares do not survive it.
BarLines barLines(const GreyPicture&, double degrees, Sharpening);

}  // namespace remise::labels
