#pragma once

#include "labels/layout.h"

namespace remise::labels {

/// No letter is smaller on any label, in millimetres of font size: about 5 points.
inline constexpr double smallestFont = 1.8;

/// Throws with what is wrong when the layout cannot be printed well: something off the paper or over
/// something else, letters nobody can read, a field or a word that does not exist.
void checkLayout(const LabelKind&, const Layout&);

}  // namespace remise::labels
