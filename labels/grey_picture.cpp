#include "labels/grey_picture.h"

#include <cmath>
#include <numbers>

namespace remise::labels {

GreyPicture::GreyPicture(int w, int h, std::uint8_t level)
    : width(w), height(h), levels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), level) {
}

std::size_t GreyPicture::index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
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
    for (int y = 0; y < half.height; ++y)
        for (int x = 0; x < half.width; ++x) {
            const int sum = picture.at(2 * x, 2 * y) + picture.at(2 * x + 1, 2 * y) +
                            picture.at(2 * x, 2 * y + 1) + picture.at(2 * x + 1, 2 * y + 1);
            half.at(x, y) = static_cast<std::uint8_t>(sum / 4);
        }
    return half;
}

GreyPicture smoothed(const GreyPicture& picture) {
    GreyPicture smooth = picture;
    const auto across = [&](int x, int y) {
        return picture.at(x - 1, y) + 2 * picture.at(x, y) + picture.at(x + 1, y);
    };
    for (int y = 1; y + 1 < picture.height; ++y)
        for (int x = 1; x + 1 < picture.width; ++x)
            smooth.at(x, y) =
                static_cast<std::uint8_t>((across(x, y - 1) + 2 * across(x, y) + across(x, y + 1)) / 16);
    return smooth;
}

GreyPicture turnedByAnEighth(const GreyPicture& picture) {
    GreyPicture turned(picture.width, picture.height, 128);
    const double slope = std::numbers::sqrt2 / 2;
    const double centreX = picture.width / 2.0;
    const double centreY = picture.height / 2.0;
    for (int y = 0; y < turned.height; ++y)
        for (int x = 0; x < turned.width; ++x) {
            const int fromX = static_cast<int>(std::floor(centreX + slope * ((x - centreX) - (y - centreY))));
            const int fromY = static_cast<int>(std::floor(centreY + slope * ((x - centreX) + (y - centreY))));
            if (fromX >= 0 && fromY >= 0 && fromX < picture.width && fromY < picture.height)
                turned.at(x, y) = picture.at(fromX, fromY);
        }
    return turned;
}

}  // namespace remise::labels
