#pragma once

#include <string_view>

#include "labels/bitmap.h"

namespace remise::labels {

enum class Weight { regular, bold };
enum class Across { start, centre };  ///< start: left, or right for a text in Arabic
enum class Down { top, middle, bottom };

/// How a text is set. Sizes are font sizes in dots.
struct TextStyle {
    Dots largest;
    Dots smallest;
    int lines = 1;
    double lineSpacing = 1;  ///< of the font's own; less for capitals, which need no room below
    Weight weight = Weight::regular;
    Across across = Across::start;
    Down down = Down::middle;
};

/// Draws the text into the box, as large as its style and the box let it; what does not fit at the smallest
/// size ends in "…". Every dot is black or white. The text is only ever text: tags and entities show as they
/// are, control characters and line breaks become blanks, broken UTF-8 shows as "�". Returns where the ink
/// went, empty when there is nothing to draw.
Box drawText(Bitmap&, const Box&, std::string_view text, const TextStyle&);

}  // namespace remise::labels
