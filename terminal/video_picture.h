#pragma once

#include <optional>

#include "labels/grey_picture.h"

class QVideoFrame;

namespace remise::terminal {

/// The brightness of a camera's frame, copied once; nothing when the frame cannot be read.
std::optional<labels::GreyPicture> greyOf(const QVideoFrame&);

}  // namespace remise::terminal
