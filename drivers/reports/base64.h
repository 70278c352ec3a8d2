#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace remise::drivers::reports {

/// The bytes of a base64 text (RFC 4648, section 4; line ends between are passed over); nothing for what is
/// none.
[[nodiscard]] std::optional<std::string> decodeBase64(std::string_view text);

}  // namespace remise::drivers::reports
