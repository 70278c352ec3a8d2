#pragma once

#include <memory>
#include <string>

#include "tests/support/usb/emulated_device.h"

namespace remise::test::usb {

/// An emulated device in words: what it is, then how it stands and what befalls it:
///   zpl|brother_ql|escpos|scanner|keyboard,KEY=VALUE,…
///     serial=TEXT   paper=ready|out|open|garbage|silent   width=MM length=MM (brother_ql's roll; 0: endless)
///     id=TEXT (the printer's IEEE 1284 id)   vendor=HEX   read=CODE (scanner: ]Q1TEXT, as often as wanted)
///     stall=BYTES broken=yes freeze=BYTES unplug=BYTES taken=yes plug=MS replug=MS
///     capture=FILE (what it was sent)
std::unique_ptr<EmulatedDevice> deviceOf(const std::string& words);

/// The file for what it was sent; empty when nobody wants it.
std::string captureOf(const std::string& words);

}  // namespace remise::test::usb
