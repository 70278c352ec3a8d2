#pragma once

#include <cstdint>
#include <vector>

#include "labels/bitmap.h"

namespace remise::labels {

/// A picture in levels of grey (0 black, 255 white), row after row without gaps: what a camera sees.
struct GreyPicture {
    int width;
    int height;
    std::vector<std::uint8_t> levels;

    GreyPicture(int w, int h, std::uint8_t level = 255);
    [[nodiscard]] std::uint8_t at(int x, int y) const { return levels[index(x, y)]; }
    [[nodiscard]] std::uint8_t& at(int x, int y) { return levels[index(x, y)]; }
    [[nodiscard]] const std::uint8_t* row(int y) const { return levels.data() + index(0, y); }

private:
    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
    }
};

GreyPicture toGrey(const Bitmap&);

/// Half as wide and high, each pixel the mean of four.
GreyPicture halved(const GreyPicture&);
/// Each pixel softened with its eight neighbours (weights 1 2 1): takes noise away.
GreyPicture smoothed(const GreyPicture&);

/// So dark that a lamp would help to read: even the brightest twentieth is less than a third of white.
[[nodiscard]] bool isDark(const GreyPicture&);

}  // namespace remise::labels
