#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace remise::identity {

/// What workers are called on screens: birds, so that nobody's surname stands on a workshop's wall.
std::span<const std::string_view> birdNames();

/// A bird nobody of `taken` is called yet, drawn at random; when all are taken, one with a number behind.
std::string freeBirdName(const std::vector<std::string>& taken);

}  // namespace remise::identity
