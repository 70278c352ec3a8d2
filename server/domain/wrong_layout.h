#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace remise::domain {

/// What a scanner meant that types as an American keyboard, on a computer that has a French or a German one:
/// "PF&éABC" was "PF12QBC". Nothing when the text has no sign that tells so. A guess: it is offered, never
/// taken by itself.
[[nodiscard]] std::vector<std::string> meantOnAmericanKeyboard(std::string_view typed);

}  // namespace remise::domain
