#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/domain/scan.h"

/// Bar code scanners that speak for themselves instead of typing: USB HID Point of Sale Usage Tables 1.02.
namespace remise::drivers::hid_pos {

/// Whether a HID report descriptor is a bar code scanner's: an application collection of usage page 8C
/// (chapter 3). A keyboard, a mouse, a touch screen are not.
bool isScanner(std::string_view reportDescriptor);

/// What one scanner sends, report by report. A code longer than a report comes in several.
class Reports {
public:
    /// A whole scan, when this report ends one. What is no report of a scan is left out, and whatever had
    /// begun with it: half a code is worse than none.
    std::optional<domain::Scan> take(std::string_view report);

private:
    std::string m_symbology;
    std::string m_begun;
};

/// ISO/IEC 15424 ("]Q1") in the names that our reader of pictures uses; empty for one we do not know.
std::string symbologyOf(std::string_view aimIdentifier);

}  // namespace remise::drivers::hid_pos
