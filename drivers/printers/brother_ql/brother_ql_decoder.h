#pragma once

#include <string_view>
#include <vector>

#include "labels/bitmap.h"

namespace remise::drivers::brother_ql {

/// The pictures in a stream of raster commands, one for each page: the part of the roll that the head
/// reaches, or all of its pins where the stream names no roll that we know. Throws StreamError on anything
/// else.
std::vector<labels::Bitmap> decode(std::string_view stream);

}  // namespace remise::drivers::brother_ql
