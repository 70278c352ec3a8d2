#pragma once

#include <cmath>
#include <numbers>
#include <random>

#include "labels/grey_picture.h"

namespace remise::test {

/// A label as a camera may see it: `dotPixels` pixels a dot, lying on a grey table, with the camera's noise.
/// The seed is fixed: the same scene every time.
inline labels::GreyPicture photographed(const labels::Bitmap& label, int width, int height, double dotPixels,
                                        double noise) {
    labels::GreyPicture scene(width, height, 120);
    std::mt19937 random(7);
    std::normal_distribution<double> grain(0, noise);
    const double left = (width - label.width() * dotPixels) / 2;
    const double top = (height - label.height() * dotPixels) / 2;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const int column = static_cast<int>(std::floor((x - left) / dotPixels));
            const int row = static_cast<int>(std::floor((y - top) / dotPixels));
            double level = 120;
            if (column >= 0 && row >= 0 && column < label.width() && row < label.height())
                level = label.isBlack(column, row) ? 35 : 225;
            scene.at(x, y) = static_cast<std::uint8_t>(std::clamp(level + grain(random), 0.0, 255.0));
        }
    return scene;
}

/// Turned by an eighth of a circle in a frame of the same size; the empty corners are middle grey.
inline labels::GreyPicture turnedByAnEighth(const labels::GreyPicture& picture) {
    labels::GreyPicture turned(picture.width, picture.height, 128);
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

}  // namespace remise::test
