#pragma once

#include <string>
#include <string_view>

namespace remise::drivers {

/// Bytes for people who look after printers: text as it is, the rest as \xNN, at most 200 bytes.
std::string inWords(std::string_view bytes);

}  // namespace remise::drivers
