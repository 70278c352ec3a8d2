#pragma once

#include <string>
#include <vector>

namespace remise::test::usb {

struct Ran {
    int status = 0;
    std::string said;  ///< both streams, and the emulator's last line
};

/// Runs remise-label, as it ships, on a USB with these devices (tests/support/usb/main.cpp).
Ran labelOnUsb(const std::vector<std::string>& devices, const std::string& words);
/// The same with usb-probe, which sends plain bytes over a line.
Ran probeOnUsb(const std::vector<std::string>& devices, const std::string& words);

/// `print` of a unit's label on this printer.
std::string printOn(const std::string& printer);

/// The emulator's last line: how long after the last plugging in the program ended, in milliseconds.
int millisecondsSincePlugged(const Ran&);

}  // namespace remise::test::usb
