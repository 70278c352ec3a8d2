#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace remise::labels {

/// Printer dots: whole by nature, the unit of every coordinate in a Bitmap.
using Dots = int;

/// A length on paper; becomes dots only through fromMillimetres, so that the two are never mixed.
struct Millimetres {
    double value;
};

/// How fine a print head is. The names are those printers are sold under; the head sold as "203 dpi" has
/// exactly 8 dots a millimetre (203.2), which decides whether 100 mm are 799 or 800 dots.
struct Resolution {
    double dotsPerMillimetre;
};
inline constexpr Resolution dpi203{8.0};
inline constexpr Resolution dpi300{300 / 25.4};

/// The nearest whole number of dots.
Dots fromMillimetres(Millimetres, Resolution);

/// A rectangle of a bitmap; x to the right and y down from the upper left corner.
struct Box {
    Dots x;
    Dots y;
    Dots width;
    Dots height;

    [[nodiscard]] Dots right() const { return x + width; }
    [[nodiscard]] Dots bottom() const { return y + height; }
    bool operator==(const Box&) const = default;
};

/// A picture of black and white dots, white at first. Rows of bytes, leftmost dot in the highest bit, 1 is
/// black: the form thermal printers take. The unused bits at a row's end stay 0.
class Bitmap {
public:
    Bitmap(Dots width, Dots height);

    [[nodiscard]] Dots width() const { return m_width; }
    [[nodiscard]] Dots height() const { return m_height; }
    [[nodiscard]] std::size_t bytesPerRow() const { return (static_cast<std::size_t>(m_width) + 7) / 8; }
    [[nodiscard]] std::span<const std::uint8_t> row(Dots y) const;

    /// Both must be inside the picture.
    [[nodiscard]] bool isBlack(Dots x, Dots y) const;
    void blacken(Dots x, Dots y);
    /// What sticks out of the picture is left away.
    void blacken(const Box&);
    /// Eight dots from x on, the leftmost in the highest bit; what sticks out is left away.
    void blackenByte(std::uint8_t bits, Dots x, Dots y);
    /// Adds the black dots of another picture with its upper left corner at (x, y); what sticks out is left
    /// away.
    void draw(const Bitmap&, Dots x, Dots y);
    /// The same with the white dots of the other picture: its black on white becomes white on black.
    void drawInverted(const Bitmap&, Dots x, Dots y);

    bool operator==(const Bitmap&) const = default;

private:
    Dots m_width;
    Dots m_height;
    std::vector<std::uint8_t> m_rows;
};

/// The picture as a PNG file of one bit a dot, for previews and the virtual printer.
std::string toPng(const Bitmap&);

/// The dots of a PNG file; whatever is darker than middle grey is black. Throws when the file is no readable
/// PNG.
Bitmap readBitmap(const std::filesystem::path& png);

}  // namespace remise::labels
