#pragma once

#include <vector>

#include "labels/bitmap.h"
#include "labels/remise_label/words.h"

namespace remise::labels::cli {

/// How fine the labels of a stream are drawn: as --model says, else the usual model of the language.
Resolution resolutionForQl(const Options&);
Resolution resolutionForEscpos(const Options&);

/// What a Brother QL gets for these labels, each on a roll of its size or else on the endless one it fits.
std::string qlStream(const std::vector<Bitmap>&, const Options&);
/// What a receipt printer gets.
std::string escposStream(const std::vector<Bitmap>&, const Options&);

}  // namespace remise::labels::cli
