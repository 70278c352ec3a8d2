#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace remise::domain {

/// What a code was read with.
enum class ScanSource {
    keyboard,  ///< a scanner that types, or a person
    scanner,   ///< a scanner that speaks for itself (HID POS)
    camera,
};

/// A scan as it came in; every kind of scanner ends in it.
struct Scan {
    std::string text;         ///< UTF-8, as in the code
    std::string symbology{};  ///< QRCode, Code128, DataMatrix, EAN-13, …; empty when the scanner does not say
    ScanSource source = ScanSource::keyboard;

    bool operator==(const Scan&) const = default;
};

/// What a scanned text can mean.
enum class Meaning { ourCode, serial, partNumber, imei, mac, gtin, sscc, batch, text };

struct Reading {
    Meaning meaning;
    std::string value;  ///< normalised: our code without its address, a MAC in pairs with colons, …

    bool operator==(const Reading&) const = default;
};

/// serial, part_number, imei, …
std::string_view meaningName(Meaning);

/// Without what scanners put around it; our code without its address. For those to whom any text will do.
std::string plainText(const Scan&);

/// All that the text can mean, the surest first; a person chooses where there are several. Never empty: what
/// nothing is known of is a text.
std::vector<Reading> readingsOf(const Scan&);

}  // namespace remise::domain
