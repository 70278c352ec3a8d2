#pragma once

#include <memory>
#include <string>

#include "tests/support/usb/emulated_device.h"

namespace remise::test::usb {

/// An emulated device in words: what it is, then how it stands and what befalls it:
///   zpl|brother_ql|escpos|scanner|keyboard,KEY=VALUE,…
///     serial=TEXT   paper=ready|out|open|cutter|head|garbage|silent   then=… (once a label is in it)
///     width=MM length=MM (brother_ql's roll; 0: endless)
///     id=TEXT (the printer's IEEE 1284 id)   vendor=HEX   product=HEX   read=CODE (scanner: ]Q1TEXT, as
///     often as wanted) stall=BYTES broken=yes freeze=BYTES unplug=BYTES|TEXT
///     taken=yes forbidden=yes mute=yes dumb=yes away=yes plug=MS replug=MS capture=FILE (what it was sent)
///     orders=PIPE (what befalls it later)
std::unique_ptr<EmulatedDevice> deviceOf(const std::string& words);

/// What befalls it from now on, `paper=out` or `unplug=400`, bytes counted from here; the rest stays as it
/// is.
void order(EmulatedDevice&, const std::string& words);

/// The pipe that tells what befalls it later; empty when nothing does.
std::string ordersOf(const std::string& words);

}  // namespace remise::test::usb
