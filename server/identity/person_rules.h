#pragma once

#include <string>
#include <string_view>

#include "server/domain/outcome.h"

namespace remise::identity {

/// Lower case (ASCII) without blanks around; refused unless it is something@somewhere of at most 254 bytes.
/// Whether mail reaches it only a mail can tell.
domain::Outcome<std::string> normaliseEmail(std::string_view typed);

inline constexpr std::size_t mostNameLetters = 60;

/// Without blanks around; refused when empty or too long.
domain::Outcome<std::string> normaliseName(std::string_view typed);

}  // namespace remise::identity
