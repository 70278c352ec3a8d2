#include "drivers/printers/escpos/escpos.h"

#include <algorithm>
#include <cassert>

namespace remise::drivers::escpos {
namespace {

/// Small printers keep no more than a few kilobytes: a picture goes in bands of so many rows, which the
/// printer sets without a gap.
constexpr labels::Dots rowsInABand = 128;

void appendNumber(std::string& out, std::size_t number) {
    out += static_cast<char>(number & 0xff);
    out += static_cast<char>(number >> 8 & 0xff);
}

void appendBand(std::string& out, const labels::Bitmap& picture, labels::Dots top, labels::Dots rows) {
    out.append("\x1dv0\0", 4);
    appendNumber(out, picture.bytesPerRow());
    appendNumber(out, static_cast<std::size_t>(rows));
    for (labels::Dots y = top; y < top + rows; ++y)
        for (const std::uint8_t byte : picture.row(y))
            out += static_cast<char>(byte);
}

}  // namespace

std::string encode(const labels::Bitmap& label, labels::Dots headWidth, Cutter cutter) {
    assert(label.width() <= headWidth);
    labels::Bitmap picture(headWidth, label.height());
    picture.draw(label, (headWidth - label.width()) / 2, 0);

    std::string out = "\x1b@";
    for (labels::Dots top = 0; top < picture.height(); top += rowsInABand)
        appendBand(out, picture, top, std::min(rowsInABand, picture.height() - top));
    if (cutter == Cutter::cuts)
        out.append("\x1dVB\0", 4);
    else
        out += "\x1b\x64\x04";
    return out;
}

std::string whiteBand(labels::Dots headWidth) {
    return std::string(static_cast<std::size_t>((headWidth + 7) / 8 * rowsInABand), '\0');
}

}  // namespace remise::drivers::escpos
