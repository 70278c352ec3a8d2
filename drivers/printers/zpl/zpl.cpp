#include "drivers/printers/zpl/zpl.h"

#include <algorithm>
#include <span>

namespace remise::drivers::zpl {
namespace {

std::string hexOf(std::span<const std::uint8_t> row) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string hex(2 * row.size(), '0');
    for (std::size_t n = 0; n < row.size(); ++n) {
        hex[2 * n] = digits[row[n] >> 4];
        hex[2 * n + 1] = digits[row[n] & 15];
    }
    return hex;
}

/// G to Y stand for 1 to 19 repeats of the digit that follows, g to z for 20 to 400 in steps of 20.
void appendRepeated(std::string& out, std::size_t count, char digit) {
    for (; count >= 400; count -= 400)
        out += "z";
    if (count >= 20) out += static_cast<char>('g' + count / 20 - 1);
    if (count % 20 > 0) out += static_cast<char>('G' + count % 20 - 1);
    out += digit;
}

/// A row in the alternative data compression scheme; "," and "!" fill the rest of the row with 0 or F.
std::string compressed(std::string_view hex) {
    std::string out;
    for (std::size_t at = 0; at < hex.size();) {
        const char digit = hex[at];
        const std::size_t end = std::min(hex.find_first_not_of(digit, at), hex.size());
        if (end == hex.size() && (digit == '0' || digit == 'F')) return out + (digit == '0' ? ',' : '!');
        if (end - at > 1)
            appendRepeated(out, end - at, digit);
        else
            out += digit;
        at = end;
    }
    return out;
}

/// ":" stands for a row equal to the one above.
std::string graphicOf(const labels::Bitmap& bitmap) {
    std::string out;
    for (labels::Dots y = 0; y < bitmap.height(); ++y) {
        const auto row = bitmap.row(y);
        if (y > 0 && std::ranges::equal(row, bitmap.row(y - 1)))
            out += ':';
        else
            out += compressed(hexOf(row));
    }
    return out;
}

}  // namespace

std::string encode(const labels::Bitmap& bitmap) {
    const std::string perRow = std::to_string(bitmap.bytesPerRow());
    const std::string total =
        std::to_string(bitmap.bytesPerRow() * static_cast<std::size_t>(bitmap.height()));
    return "^XA\n^PW" + std::to_string(bitmap.width()) + "^LL" + std::to_string(bitmap.height()) +
           "^LH0,0^LS0\n^FO0,0^GFA," + total + "," + total + "," + perRow + "," + graphicOf(bitmap) +
           "^FS\n^PQ1\n^XZ\n";
}

}  // namespace remise::drivers::zpl
