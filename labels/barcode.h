#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "labels/bitmap.h"

namespace remise::labels {

struct GreyPicture;

/// A QR code (ISO/IEC 18004, error correction M: 15 % of it may be lost) with its quiet zone of four modules
/// around. Every module is `module` dots wide and high, never a fraction. Throws when the text is too long.
Bitmap drawQr(std::string_view text, Dots module);

/// The QR code of the widest modules that fits a square of `side` dots, quiet zone included; nothing when
/// they would be narrower than `narrowest`. A scanner at arm's length wants four dots a module at 203 dpi;
/// below `narrowestModule` a code is not worth printing.
inline constexpr Dots narrowestModule = 2;
std::optional<Bitmap> largestQr(std::string_view text, Dots side, Dots narrowest = narrowestModule);

/// A Code 128 (ISO/IEC 15417) for laser scanners, with its quiet zone of ten modules left and right. ASCII
/// only.
Bitmap drawCode128(std::string_view text, Dots module, Dots height);

/// `gs1`: begins with FNC1, which makes it a GS1-128; the text then begins with an application identifier.
enum class Code128 { plain, gs1 };
/// A room of dots for something to be drawn in.
struct Room {
    Dots width;
    Dots height;
};
/// The Code 128 of the widest bars that fits the room, quiet zone included; nothing when they would be
/// narrower than `narrowest`.
std::optional<Bitmap> widestCode128(Code128, std::string_view text, Room, Dots narrowest = narrowestModule);

struct Point {
    int x = 0;
    int y = 0;

    bool operator==(const Point&) const = default;
};

struct Barcode {
    std::string kind;  ///< as ZXing names it: QRCode, Code128, DataMatrix, EAN-13, …
    std::string text;  ///< UTF-8
    /// Its corners in pixels of the picture that was given, from the top left one of the upright code on
    /// around. Of a code of bars only the stretch that was read: it may be no higher than a line.
    std::array<Point, 4> position{};

    /// The same code; where it lies is another matter.
    bool operator==(const Barcode& other) const { return kind == other.kind && text == other.text; }
};

/// For a camera, which soon sends the next picture: stops as soon as something is found. For a file: every
/// try that there is, so that nothing small beside something large is missed.
enum class Effort { quick, thorough };

/// Every barcode that can be read in the picture: equal ones in different places each, one that was seen
/// twice once. Takes the picture at several sizes, because a large sharp code with a little noise is found
/// only in a smaller copy; tries harder only when nothing was found, and gives up after a fixed number of
/// tries.
std::vector<Barcode> readBarcodes(const GreyPicture&, Effort = Effort::quick);

/// The one that the camera is aimed at: whose middle is nearest to the middle of the picture.
std::optional<Barcode> aimedOne(std::span<const Barcode>, const GreyPicture&);

}  // namespace remise::labels
