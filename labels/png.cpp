#include <cairo.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

#include "labels/bitmap.h"
#include "labels/cairo_surface.h"
#include "labels/grey_picture.h"
#include "labels/picture_file.h"

namespace remise::labels {
namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// Brightness of a pixel on white paper (ITU-R BT.601 weights). Cairo's colours are already multiplied by
/// alpha.
std::uint8_t brightness(std::uint32_t argb) {
    const std::uint32_t alpha = argb >> 24;
    const std::uint32_t weighted = 299 * (argb >> 16 & 0xff) + 587 * (argb >> 8 & 0xff) + 114 * (argb & 0xff);
    return static_cast<std::uint8_t>(std::min(255U, weighted / 1000 + (255 - alpha)));
}

cairo_status_t take(void* from, unsigned char* data, unsigned length) {
    auto& rest = *static_cast<std::string_view*>(from);
    if (rest.size() < length) return CAIRO_STATUS_READ_ERROR;
    std::copy_n(rest.data(), length, data);
    rest.remove_prefix(length);
    return CAIRO_STATUS_SUCCESS;
}

Surface opened(std::string_view png) {
    Surface surface(cairo_image_surface_create_from_png_stream(take, &png), cairo_surface_destroy);
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        throw PictureError("it is a damaged PNG file");
    const cairo_format_t format = cairo_image_surface_get_format(surface.get());
    if (format != CAIRO_FORMAT_ARGB32 && format != CAIRO_FORMAT_RGB24)
        throw PictureError("it has more than 8 bits a colour");
    return surface;
}

}  // namespace

std::string toPng(const Bitmap& bitmap) {
    std::string bytes;
    const Surface surface = a1Surface(bitmap, Ones::white);  // Cairo writes A1 as a one-bit PNG, 1 is white
    const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), append, &bytes);
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("Cannot write a bitmap as PNG: ") +
                                 cairo_status_to_string(status));
    return bytes;
}

GreyPicture greyFromPng(std::string_view png) {
    const Surface surface = opened(png);
    const cairo_format_t format = cairo_image_surface_get_format(surface.get());
    const std::uint32_t opaque = format == CAIRO_FORMAT_RGB24 ? 0xff000000U : 0;
    const unsigned char* data = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    GreyPicture picture(cairo_image_surface_get_width(surface.get()),
                        cairo_image_surface_get_height(surface.get()));
    for (int y = 0; y < picture.height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(data + y * stride);
        for (int x = 0; x < picture.width; ++x)
            picture.at(x, y) = brightness(row[x] | opaque);
    }
    return picture;
}

}  // namespace remise::labels
