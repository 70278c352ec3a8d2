#pragma once

#include <string_view>
#include <vector>

#include "labels/bitmap.h"

namespace remise::drivers::zpl {

/// The pictures in a stream of ZPL that carries graphics only (^GFA), one for each format. Throws StreamError
/// on anything else: text and barcodes that the printer itself would draw are not drawn here.
std::vector<labels::Bitmap> decode(std::string_view stream);

}  // namespace remise::drivers::zpl
