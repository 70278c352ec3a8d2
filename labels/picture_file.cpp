#include "labels/picture_file.h"

#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

#include "labels/bitmap.h"

namespace remise::labels {
namespace {

constexpr std::string_view pngBegins = "\x89PNG\r\n\x1a\n";
constexpr std::string_view jpegBegins = "\xff\xd8\xff";

/// Four bytes, the greatest first.
long numberAt(std::string_view bytes, std::size_t at) {
    long number = 0;
    for (const char byte : bytes.substr(at, 4))
        number = number * 256 + static_cast<unsigned char>(byte);
    return number;
}

/// The size stands in the first chunk (PNG specification, 11.2.2), right behind its name.
void requirePngSize(std::string_view png) {
    constexpr std::size_t width = 16;
    constexpr std::size_t height = 20;
    if (png.size() < height + 4) throw PictureError("it is a damaged PNG file");
    requireSize(numberAt(png, width), numberAt(png, height));
}

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::system_error(errno, std::generic_category());
    std::string bytes;
    std::vector<char> chunk(1024 * 1024);
    while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || in.gcount() > 0) {
        bytes.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > largestFile)
            throw PictureError("it has more than " + std::to_string(largestFile / 1024 / 1024) + " MB");
    }
    if (in.bad()) throw std::system_error(errno, std::generic_category());
    return bytes;
}

}  // namespace

void requireSize(long width, long height) {
    if (width <= 0 || height <= 0) throw PictureError("it says that it has no pixels");
    if (width > longestSide || height > longestSide || width * height > mostPixels)
        throw PictureError("it has " + std::to_string(width) + " x " + std::to_string(height) +
                           " pixels: too many (at most " + std::to_string(longestSide) + " a side and " +
                           std::to_string(mostPixels / 1'000'000) + " million in all)");
}

GreyPicture pictureFrom(std::string_view bytes) {
    if (bytes.starts_with(jpegBegins)) return greyFromJpeg(bytes);
    if (!bytes.starts_with(pngBegins)) throw PictureError("it is no PNG and no JPEG file");
    requirePngSize(bytes);
    return greyFromPng(bytes);
}

GreyPicture readPicture(const std::filesystem::path& file) {
    try {
        return pictureFrom(bytesOf(file));
    } catch (const std::runtime_error& wrong) {
        throw std::runtime_error("Cannot read the picture " + file.string() + ": " + wrong.what());
    }
}

Bitmap readBitmap(const std::filesystem::path& png) {
    const GreyPicture picture = readPicture(png);
    Bitmap bitmap(picture.width, picture.height);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            if (picture.at(x, y) < 128) bitmap.blacken(x, y);
    return bitmap;
}

}  // namespace remise::labels
