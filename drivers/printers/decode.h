#pragma once

#include <string_view>
#include <vector>

#include "drivers/printers/stream_reader.h"

namespace remise::drivers {

/// The labels in a printer's stream, whichever of our languages it is in. Throws StreamError when it is in
/// none of them or damaged.
std::vector<labels::Bitmap> decode(std::string_view stream);

}  // namespace remise::drivers
