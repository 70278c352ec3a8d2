#pragma once

#include <string>
#include <string_view>

#include "labels/bitmap.h"

namespace remise::labels {

enum class Weight { regular, bold };
enum class Across { start, centre, end };  ///< start: left, or right for a text in Arabic
enum class Down { top, middle };
enum class Breaks { blanks, kept };  ///< whether a line break in a text starts a line or is a blank

/// How a text is set. Sizes are font sizes in dots.
struct TextStyle {
    Dots largest;
    Dots smallest;
    int lines = 1;           ///< at most; where breaks are kept, of each part between them
    double lineSpacing = 1;  ///< of the font's own; less for capitals, which need no room below
    Weight weight = Weight::regular;
    Across across = Across::start;
    Down down = Down::middle;
    Breaks breaks = Breaks::blanks;
};

/// How a text was set.
struct Text {
    Box ink;              ///< where its black dots are; empty when there is nothing to draw
    bool isWhole;         ///< nothing of it was cut off
    std::string unknown;  ///< the first letter that none of our fonts has; empty when they have all
};

/// Draws the text into the box, as large as its style and the box let it; what does not fit at the smallest
/// size ends in "…". Every dot is black or white. The text is only ever text: tags and entities show as they
/// are, control characters become blanks, broken UTF-8 shows as "�".
Text drawText(Bitmap&, const Box&, std::string_view text, const TextStyle&);

}  // namespace remise::labels
