#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "labels/bitmap.h"

namespace remise::labels {

struct GreyPicture;

/// A QR code (ISO/IEC 18004, error correction M: 15 % of it may be lost) with its quiet zone of four modules
/// around. Every module is `module` dots wide and high, never a fraction. Throws when the text is too long.
Bitmap drawQr(std::string_view text, Dots module);

/// The QR code of the widest modules that fits a square of `side` dots, quiet zone included. A scanner at
/// arm's length wants four dots a module at 203 dpi; below `narrowestModule` it is not worth printing and
/// this throws.
Bitmap drawLargestQr(std::string_view text, Dots side);
inline constexpr Dots narrowestModule = 2;

/// A Code 128 (ISO/IEC 15417) for laser scanners, with its quiet zone of ten modules left and right. ASCII
/// only.
Bitmap drawCode128(std::string_view text, Dots module, Dots height);

struct Barcode {
    std::string kind;  ///< as ZXing names it: QRCode, Code128, DataMatrix, EAN-13, …
    std::string text;  ///< UTF-8

    bool operator==(const Barcode&) const = default;
};

/// Every barcode that can be read in the picture, each once. Takes the picture at several sizes, because a
/// large sharp code with a little noise is found only in a smaller copy; tries harder only when nothing was
/// found.
std::vector<Barcode> readBarcodes(const GreyPicture&);

}  // namespace remise::labels
