#pragma once

#include <string>
#include <string_view>

namespace remise::drivers::reports {

/// Valid UTF-8: every byte that is not part of it becomes U+FFFD. Nothing else changes.
std::string validUtf8(std::string_view bytes);

/// One line that can be stored, shown and printed: valid UTF-8, control characters, line breaks and direction
/// marks turned into blanks, blanks at the ends and repeated ones dropped, at most `longest` bytes.
std::string cleanText(std::string_view bytes, std::size_t longest = 255);

}  // namespace remise::drivers::reports
