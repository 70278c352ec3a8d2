#include "labels/cairo_surface.h"

#include <cairo.h>

#include <algorithm>
#include <bit>

namespace remise::labels {
namespace {

// Cairo keeps the leftmost dot in the lowest bit, on the only machines we build for.
static_assert(std::endian::native == std::endian::little);

unsigned char reversed(unsigned bits) {
    bits = (bits & 0xf0) >> 4 | (bits & 0x0f) << 4;
    bits = (bits & 0xcc) >> 2 | (bits & 0x33) << 2;
    return static_cast<unsigned char>((bits & 0xaa) >> 1 | (bits & 0x55) << 1);
}

}  // namespace

Surface a1Surface(const Bitmap& bitmap, Ones ones) {
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A1, bitmap.width(), bitmap.height()),
                    cairo_surface_destroy);
    unsigned char* data = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    const unsigned flip = ones == Ones::white ? 0xff : 0;
    for (Dots y = 0; y < bitmap.height(); ++y) {
        unsigned char* out = data + y * stride;
        for (const std::uint8_t bits : bitmap.row(y))
            *out++ = reversed(bits ^ flip);
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

void addInk(Bitmap& bitmap, cairo_surface_t* surface, Dots x, Dots y) {
    cairo_surface_flush(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    const int width = cairo_image_surface_get_width(surface);
    const int last = std::min(cairo_image_surface_get_height(surface), bitmap.height() - y);
    for (int line = std::max(0, -y); line < last; ++line) {
        const auto* pixels = reinterpret_cast<const std::uint32_t*>(data + line * stride);
        for (int from = 0; from < width; from += 8) {
            unsigned bits = 0;
            for (int n = from; n < std::min(from + 8, width); ++n)
                bits |= pixels[n] >> 31 << (7 - (n - from));  // the alpha's highest bit
            if (bits != 0) bitmap.blackenByte(static_cast<std::uint8_t>(bits), x + from, y + line);
        }
    }
}

}  // namespace remise::labels
