#include "labels/bitmap.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace remise::labels {
namespace {

std::uint8_t bitOf(Dots x) {
    return static_cast<std::uint8_t>(0x80 >> (x % 8));
}

}  // namespace

Dots fromMillimetres(Millimetres length, Resolution resolution) {
    return static_cast<Dots>(std::lround(length.value * resolution.dotsPerMillimetre));
}

Bitmap::Bitmap(Dots width, Dots height) : m_width(width), m_height(height) {
    assert(width >= 0 && height >= 0);
    m_rows.resize(bytesPerRow() * static_cast<std::size_t>(height));
}

std::span<const std::uint8_t> Bitmap::row(Dots y) const {
    assert(y >= 0 && y < m_height);
    return {m_rows.data() + bytesPerRow() * static_cast<std::size_t>(y), bytesPerRow()};
}

bool Bitmap::isBlack(Dots x, Dots y) const {
    assert(x >= 0 && x < m_width);
    return (row(y)[static_cast<std::size_t>(x / 8)] & bitOf(x)) != 0;
}

void Bitmap::blacken(Dots x, Dots y) {
    assert(x >= 0 && x < m_width && y >= 0 && y < m_height);
    m_rows[bytesPerRow() * static_cast<std::size_t>(y) + static_cast<std::size_t>(x / 8)] |= bitOf(x);
}

void Bitmap::blacken(const Box& box) {
    for (Dots y = std::max(box.y, 0); y < std::min(box.bottom(), m_height); ++y)
        for (Dots x = std::max(box.x, 0); x < std::min(box.right(), m_width); ++x)
            blacken(x, y);
}

void Bitmap::draw(const Bitmap& picture, Dots x, Dots y) {
    for (Dots line = std::max(0, -y); line < std::min(picture.m_height, m_height - y); ++line)
        for (Dots column = std::max(0, -x); column < std::min(picture.m_width, m_width - x); ++column)
            if (picture.isBlack(column, line)) blacken(x + column, y + line);
}

}  // namespace remise::labels
