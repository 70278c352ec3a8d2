#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/support/usb/emulated_device.h"

namespace remise::test::usb {

/// A bar code scanner of USB class 03 that speaks for itself (HID POS), and reads these codes one after the
/// other: three characters of AIM's symbology identifier, then the text ("]Q1HELLO"). A code that begins with
/// "!" is a report of its own, in hexadecimal digits, whatever it says.
std::unique_ptr<EmulatedDevice> emulatedScanner(std::string serial, std::vector<std::string> codes);

/// A keyboard, which is of the same USB class and must be left alone.
std::unique_ptr<EmulatedDevice> emulatedKeyboard();

}  // namespace remise::test::usb
