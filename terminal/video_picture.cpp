#include "terminal/video_picture.h"

#include <QImage>
#include <QVideoFrame>
#include <algorithm>

namespace remise::terminal {

namespace {

using labels::GreyPicture;
using Format = QVideoFrameFormat::PixelFormat;

/// Where the brightness lies in the first plane: every `step` bytes, from `first` on.
struct Brightness {
    int first;
    int step;
};

std::optional<Brightness> brightnessOf(Format format) {
    switch (format) {
        case Format::Format_Y8:
        case Format::Format_YUV420P:
        case Format::Format_YUV422P:
        case Format::Format_YV12:
        case Format::Format_NV12:
        case Format::Format_NV21:
        case Format::Format_IMC1:
        case Format::Format_IMC2:
        case Format::Format_IMC3:
        case Format::Format_IMC4:
            return Brightness{0, 1};
        case Format::Format_YUYV:
            return Brightness{0, 2};
        case Format::Format_UYVY:
            return Brightness{1, 2};
        default:
            return {};
    }
}

void copyRow(const std::uint8_t* from, const Brightness& at, std::uint8_t* to, int width) {
    if (at.step == 1) {
        std::copy_n(from, width, to);
        return;
    }
    for (int x = 0; x < width; ++x)
        to[x] = from[at.first + x * at.step];
}

std::optional<GreyPicture> greyOf(const QImage& image) {
    if (image.isNull()) return {};
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    GreyPicture picture(grey.width(), grey.height());
    for (int y = 0; y < grey.height(); ++y)
        copyRow(grey.constScanLine(y), {0, 1}, &picture.at(0, y), grey.width());
    return picture;
}

}  // namespace

std::optional<GreyPicture> greyOf(const QVideoFrame& seen) {
    const auto brightness = brightnessOf(seen.pixelFormat());
    if (!brightness) return greyOf(seen.toImage());
    QVideoFrame frame = seen;
    if (!frame.map(QVideoFrame::ReadOnly)) return {};
    GreyPicture picture(frame.width(), frame.height());
    for (int y = 0; y < frame.height(); ++y)
        copyRow(frame.bits(0) + std::ptrdiff_t{y} * frame.bytesPerLine(0), *brightness, &picture.at(0, y),
                frame.width());
    frame.unmap();
    return picture;
}

}  // namespace remise::terminal
