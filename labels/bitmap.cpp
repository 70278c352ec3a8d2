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
    const Dots left = std::max(box.x, 0);
    const Dots right = std::min(box.right(), m_width);
    for (Dots y = std::max(box.y, 0); y < std::min(box.bottom(), m_height); ++y)
        for (Dots x = left; x < right; x += 8)
            blackenByte(static_cast<std::uint8_t>(0xff00 >> std::min(8, right - x)), x, y);
}

void Bitmap::draw(const Bitmap& picture, Dots x, Dots y) {
    for (Dots line = std::max(0, -y); line < std::min(picture.m_height, m_height - y); ++line) {
        Dots column = x;
        for (const std::uint8_t bits : picture.row(line)) {
            if (bits != 0) blackenByte(bits, column, y + line);  // most of a label is white
            column += 8;
        }
    }
}

void Bitmap::drawInverted(const Bitmap& picture, Dots x, Dots y) {
    for (Dots line = std::max(0, -y); line < std::min(picture.m_height, m_height - y); ++line)
        for (Dots column = 0; column < picture.m_width; column += 8) {
            const int used = std::min(8, picture.m_width - column);
            const std::uint8_t bits = picture.row(line)[static_cast<std::size_t>(column / 8)];
            blackenByte(static_cast<std::uint8_t>(~bits & (0xff00 >> used)), x + column, y + line);
        }
}

void Bitmap::blackenByte(std::uint8_t bits, Dots x, Dots y) {
    if (x <= -8 || x >= m_width) return;
    if (x < 0) {
        bits = static_cast<std::uint8_t>(bits << -x);
        x = 0;
    }
    if (m_width - x < 8) bits &= static_cast<std::uint8_t>(0xff00 >> (m_width - x));
    std::uint8_t* at =
        m_rows.data() + bytesPerRow() * static_cast<std::size_t>(y) + static_cast<std::size_t>(x / 8);
    *at |= static_cast<std::uint8_t>(bits >> (x % 8));
    if (x % 8 != 0 && x / 8 + 1 < static_cast<Dots>(bytesPerRow()))
        at[1] |= static_cast<std::uint8_t>(bits << (8 - x % 8));
}

}  // namespace remise::labels
