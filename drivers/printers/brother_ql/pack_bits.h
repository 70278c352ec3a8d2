#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace remise::drivers::brother_ql {

/// TIFF 6.0, section 9: a count and that many bytes, or a negative count and the byte that is repeated. What
/// that would make longer is sent as all different (Raster Command Reference, M).
std::string packBits(std::string_view);
/// Nothing when the packed bytes end too soon or make more than `atMost`.
std::optional<std::string> unpackBits(std::string_view packed, std::size_t atMost);

}  // namespace remise::drivers::brother_ql
