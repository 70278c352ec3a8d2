#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "labels/grey_picture.h"

/// Pictures of barcodes as a camera on a bench takes them, made by a recipe: turned, seen from the side,
/// blurred, noisy, unevenly lit. The same seed makes the same pictures.
namespace remise::test {

enum class CameraSize { vga, fullHd };

struct DegradedPicture {
    std::string kind;         ///< of the barcode, as labels::Barcode names it
    std::string_view damage;  ///< what was done to it, a word for a table
    std::string text;
    labels::GreyPicture picture;
};

/// What of the recipe a picture is made with. All of `rounds` times 5 kinds times 10 damages differ.
struct Recipe {
    CameraSize size = CameraSize::vga;
    std::uint32_t seed = 1;
    int rounds = 1;
};

inline constexpr int picturesARound = 50;

/// The nth picture (0 to rounds * picturesARound - 1), each made from the seed and n alone.
DegradedPicture degradedPicture(const Recipe&, int n);

/// What the camera sees where there is no code at all: the same table, light and noise.
labels::GreyPicture emptyPicture(const Recipe&, int n);

}  // namespace remise::test
