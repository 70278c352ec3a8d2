#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace remise::drivers::reports {

/// An address of a network interface, in small letters with colons; nothing for what is none, all zeros or
/// everybody's (ff:ff:ff:ff:ff:ff).
[[nodiscard]] std::optional<std::string> macIn(std::string_view text);

}  // namespace remise::drivers::reports
