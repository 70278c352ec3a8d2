#pragma once

#include <string>
#include <string_view>

#include "labels/text.h"

namespace remise::labels {

/// The text as it may be set: valid UTF-8 of at most some hundred characters, without commands. Control
/// characters and marks that reorder text become blanks: nothing in it may change how the rest of a label
/// reads.
std::string cleanLine(std::string_view text, Breaks);

}  // namespace remise::labels
