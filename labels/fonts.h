#pragma once

namespace remise::labels {

/// The families labels are set in, best first. Atkinson Hyperlegible (labels/fonts) was drawn so that no
/// letter is taken for another; the fonts of the system stand in for the scripts it lacks.
inline constexpr const char* families = "Atkinson Hyperlegible, DejaVu Sans, Noto Sans, sans-serif";

/// Makes the fonts that are part of the program known to Pango, so that a label has the same dots on every
/// computer. The first call does it, from any thread.
void provideFonts();

}  // namespace remise::labels
