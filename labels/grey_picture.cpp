#include "labels/grey_picture.h"

#include <algorithm>

namespace remise::labels {

GreyPicture::GreyPicture(int w, int h, std::uint8_t level)
    : width(w), height(h), levels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), level) {
}

GreyPicture toGrey(const Bitmap& bitmap) {
    GreyPicture picture(bitmap.width(), bitmap.height());
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            if (bitmap.isBlack(x, y)) picture.at(x, y) = 0;
    return picture;
}

GreyPicture halved(const GreyPicture& picture) {
    GreyPicture half(picture.width / 2, picture.height / 2);
    std::uint8_t* to = half.levels.data();
    for (int y = 0; y < half.height; ++y, to += half.width) {
        const std::uint8_t* upper = picture.row(2 * y);
        const std::uint8_t* lower = picture.row(2 * y + 1);
        for (int x = 0; x < half.width; ++x)
            to[x] = static_cast<std::uint8_t>(
                (upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1]) / 4);
    }
    return half;
}

GreyPicture smoothed(const GreyPicture& picture) {
    GreyPicture smooth = picture;
    const int width = picture.width;
    std::vector<std::uint16_t> columns(static_cast<std::size_t>(width));
    for (int y = 1; y + 1 < picture.height; ++y) {
        const std::uint8_t* row = picture.row(y);
        for (int x = 0; x < width; ++x)
            columns[static_cast<std::size_t>(x)] =
                static_cast<std::uint16_t>(row[x - width] + 2 * row[x] + row[x + width]);
        const std::uint16_t* sum = columns.data();
        std::uint8_t* to = &smooth.at(0, y);
        for (int x = 1; x + 1 < width; ++x)
            to[x] = static_cast<std::uint8_t>((sum[x - 1] + 2 * sum[x] + sum[x + 1]) / 16);
    }
    return smooth;
}

bool isDark(const GreyPicture& picture) {
    constexpr std::size_t third = 85;
    constexpr std::size_t sampleEvery = 7;
    std::size_t seen = 0;
    std::size_t bright = 0;
    for (std::size_t at = 0; at < picture.levels.size(); at += sampleEvery, ++seen)
        if (picture.levels[at] >= third) ++bright;
    return bright * 20 < seen;
}

}  // namespace remise::labels
