#pragma once

#include <functional>
#include <memory>

#include "tests/support/usb/emulated_device.h"

namespace remise::test::usb {

/// How an emulated printer stands.
struct Paper {
    enum class State { ready, out, lidOpen, garbage, silent };
    State state = State::ready;
    int width = 62;   ///< millimetres, for printers that know
    int length = 29;  ///< 0: endless
};

/// What is empty or 0 is as such a printer has it.
struct Origin {
    std::string deviceId;
    int vendor = 0;
};

/// A printer of USB class 07 that answers as the manual of its language says. `language` is `zpl`,
/// `brother_ql` or `escpos`.
std::unique_ptr<EmulatedDevice> emulatedPrinter(const std::string& language, std::string serial,
                                                const Origin&, Paper);

}  // namespace remise::test::usb
