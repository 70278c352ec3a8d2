#pragma once

#include <filesystem>
#include <stdexcept>
#include <string_view>

#include "labels/grey_picture.h"

/// Pictures from outside: PNG, and JPEG as cameras make them. Limited, for a small file may claim to be
/// gigantic.
namespace remise::labels {

/// What is wrong with a picture, after "it": "it is a damaged PNG file".
struct PictureError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

inline constexpr std::size_t largestFile = 64 * 1024 * 1024;
inline constexpr int longestSide = 20'000;
inline constexpr long mostPixels = 64'000'000;

/// Colours by their brightness, what is transparent as white paper. Throws PictureError.
GreyPicture pictureFrom(std::string_view bytes);

/// The picture in a file; what is thrown names it.
GreyPicture readPicture(const std::filesystem::path&);

/// Throws PictureError when a picture claims to be larger than we read.
void requireSize(long width, long height);

// One function a format; bytes that do not begin as such a file are a PictureError.
GreyPicture greyFromPng(std::string_view bytes);
GreyPicture greyFromJpeg(std::string_view bytes);

}  // namespace remise::labels
