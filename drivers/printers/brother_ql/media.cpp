#include "drivers/printers/brother_ql/media.h"

#include <algorithm>
#include <array>
#include <bit>

namespace remise::drivers::brother_ql {
namespace {

using labels::Bitmap;
using labels::Dots;
using enum MediaType;

// clang-format off
/// Raster Command Reference, 2.3.2 Page size and 2.3.5 Raster line of the printers' manuals.
constexpr std::array table{
    Medium{"12",      endless,  12,   0,  142,    0,  106,    0,  29},
    Medium{"29",      endless,  29,   0,  342,    0,  306,    0,   6},
    Medium{"38",      endless,  38,   0,  449,    0,  413,    0,  12},
    Medium{"50",      endless,  50,   0,  590,    0,  554,    0,  12},
    Medium{"54",      endless,  54,   0,  636,    0,  590,    0,   0},
    Medium{"62",      endless,  62,   0,  732,    0,  696,    0,  12},
    Medium{"102",     endless, 102,   0, 1200,    0, 1164,    0,  12},
    Medium{"17x54",   dieCut,   17,  54,  201,  636,  165,  566,   0},
    Medium{"17x87",   dieCut,   17,  87,  201, 1026,  165,  956,   0},
    Medium{"23x23",   dieCut,   23,  23,  272,  272,  202,  202,  42},
    Medium{"29x42",   dieCut,   29,  42,  342,  495,  306,  425,   6},
    Medium{"29x90",   dieCut,   29,  90,  342, 1061,  306,  991,   6},
    Medium{"38x90",   dieCut,   38,  90,  449, 1061,  413,  991,  12},
    Medium{"39x48",   dieCut,   39,  48,  461,  565,  425,  495,   6},
    Medium{"52x29",   dieCut,   52,  29,  614,  341,  578,  271,   0},
    Medium{"62x29",   dieCut,   62,  29,  732,  341,  696,  271,  12},
    Medium{"62x100",  dieCut,   62, 100,  732, 1179,  696, 1109,  12},
    Medium{"102x51",  dieCut,  102,  51, 1200,  596, 1164,  526,  12},
    Medium{"102x152", dieCut,  102, 153, 1200, 1804, 1164, 1660,  12},
};
// clang-format on

/// The manuals' dots and a size's millimetres differ by a dot or two, cut labels by up to a millimetre; and
/// labels are drawn for round sizes (100x150) that are sold a little larger (102x152).
constexpr Dots tolerance = 12;
constexpr Dots roomAround = 40;
/// Endless rolls are fed so far before and after a label (ESC i d), and nothing shorter than this is cut off.
constexpr Dots endlessMargin = 35;
constexpr Dots shortestEndless = 150;
constexpr Dots longestEndless = 11811;

bool fillsAbout(Dots label, Dots paper) {
    return label <= paper + tolerance && label >= paper - roomAround;
}

Bitmap turnedByAQuarter(const Bitmap& bitmap) {
    Bitmap turned(bitmap.height(), bitmap.width());
    for (Dots y = 0; y < bitmap.height(); ++y)
        for (Dots x = 0; x < bitmap.width(); ++x)
            if (bitmap.isBlack(x, y)) turned.blacken(bitmap.height() - 1 - y, x);
    return turned;
}

std::size_t blackDots(const Bitmap& bitmap) {
    std::size_t count = 0;
    for (Dots y = 0; y < bitmap.height(); ++y)
        for (const std::uint8_t byte : bitmap.row(y))
            count += static_cast<std::size_t>(std::popcount(byte));
    return count;
}

bool hasSizeOf(const Bitmap& label, const Medium& medium) {
    if (medium.type == endless)
        return label.width() <= medium.width + tolerance && label.height() >= shortestEndless &&
               label.height() <= longestEndless;
    const bool isWhole = fillsAbout(label.width(), medium.width) && fillsAbout(label.height(), medium.length);
    const bool isPrintable =
        label.width() == medium.printableWidth && label.height() == medium.printableLength;
    return isWhole || isPrintable;
}

bool isWhite(const Bitmap& label, Dots y) {
    return std::ranges::all_of(label.row(y), [](std::uint8_t byte) { return byte == 0; });
}

/// The rows that the printer has to print of a label on an endless roll: what it feeds anyway need not be
/// sent as white rows. A label with ink nearer to its ends comes out a little longer instead.
struct Rows {
    Dots begin;
    Dots count;
};
Rows rowsOf(const Bitmap& label) {
    Dots begin = 0, end = label.height();
    while (begin < endlessMargin && isWhite(label, begin))
        ++begin;
    while (label.height() - end < endlessMargin && isWhite(label, end - 1))
        --end;
    return {begin, end - begin};
}

/// The part of the label that the head reaches; nothing when black dots lie outside of it.
std::optional<Bitmap> reachedOf(const Bitmap& label, const Medium& medium) {
    const Rows rows = medium.type == endless
                          ? rowsOf(label)
                          : Rows{(label.height() - medium.printableLength) / 2, medium.printableLength};
    Bitmap reached(medium.printableWidth, rows.count);
    reached.draw(label, (medium.printableWidth - label.width()) / 2, -rows.begin);
    return blackDots(reached) == blackDots(label) ? std::optional(std::move(reached)) : std::nullopt;
}

}  // namespace

std::span<const Medium> media() {
    return table;
}

std::optional<Medium> mediumOf(MediaType type, int widthMm, int lengthMm) {
    const auto found = std::ranges::find_if(table, [&](const Medium& medium) {
        return medium.type == type && medium.widthMm == widthMm && medium.lengthMm == lengthMm;
    });
    return found == table.end() ? std::nullopt : std::optional(*found);
}

std::optional<Medium> mediumNamed(std::string_view name) {
    const auto found = std::ranges::find(table, name, &Medium::name);
    return found == table.end() ? std::nullopt : std::optional(*found);
}

std::optional<Bitmap> fitted(const Bitmap& label, const Medium& medium) {
    if (hasSizeOf(label, medium)) return reachedOf(label, medium);
    const Bitmap turned = turnedByAQuarter(label);
    return hasSizeOf(turned, medium) ? reachedOf(turned, medium) : std::nullopt;
}

}  // namespace remise::drivers::brother_ql
