#pragma once

#include <functional>
#include <memory>

#include "tests/support/usb/emulated_device.h"

namespace remise::test::usb {

/// What is empty or 0 is as such a printer has it.
struct Origin {
    std::string deviceId;
    int vendor = 0;
    int product = 0;
};

/// A printer of USB class 07 that answers as the manual of its language says. `language` is `zpl`,
/// `brother_ql` or `escpos`.
std::unique_ptr<EmulatedDevice> emulatedPrinter(const std::string& language, std::string serial,
                                                const Origin&);

}  // namespace remise::test::usb
