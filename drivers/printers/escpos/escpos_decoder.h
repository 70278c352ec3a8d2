#pragma once

#include <string_view>
#include <vector>

#include "labels/bitmap.h"

namespace remise::drivers::escpos {

/// The pictures in a stream of raster graphics (GS v 0), one for each cut or feed. Throws StreamError on
/// anything that is no command for pictures.
std::vector<labels::Bitmap> decode(std::string_view stream);

}  // namespace remise::drivers::escpos
