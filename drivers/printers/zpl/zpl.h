#pragma once

#include <string>

#include "labels/bitmap.h"

namespace remise::drivers::zpl {

/// One label in ZPL II, ready to be sent: a single graphic field at the upper left corner. No text is ever
/// sent as text, so nothing a person typed can become a command. See README.md beside this file.
std::string encode(const labels::Bitmap&);

}  // namespace remise::drivers::zpl
