#pragma once

namespace remise::labels {

/// The families labels are set in, best first. Atkinson Hyperlegible (labels/fonts) was drawn so that no
/// letter is taken for another; Noto stands in for the scripts it lacks, Droid for Chinese and Japanese,
/// Nanum for Korean.
inline constexpr const char* families =
    "Atkinson Hyperlegible, Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, Droid Sans Fallback, NanumGothic, "
    "DejaVu Sans, "
    "sans-serif";
/// For Latin letters that Atkinson lacks (Vietnamese): the whole text in one face rather than some letters of
/// a word.
inline constexpr const char* wideFamilies =
    "Noto Sans, Droid Sans Fallback, NanumGothic, DejaVu Sans, sans-serif";

/// Makes the fonts that are part of the program known to Pango, so that a label has the same dots on every
/// computer. The first call does it, from any thread.
void provideFonts();

}  // namespace remise::labels
