#pragma once

#include <string>
#include <string_view>

namespace remise::drivers::hid_pos {

/// What stands for FNC1 in a scanned text (GS1 General Specifications, 7.8.3).
inline constexpr char groupSeparator = '\x1d';

/// A code's bytes as UTF-8: UTF-8 stays, anything else is taken as ISO 8859-1, as QR codes mean it when they
/// do not say (ISO/IEC 18004, 7.3.5). The end of line that a scanner was told to add goes.
std::string scannedText(std::string_view bytes);

}  // namespace remise::drivers::hid_pos
