#pragma once

#include <string>

#include "drivers/usb/bus.h"

namespace remise::drivers::usb {

/// The report descriptor of an interface of class 03. The kernel's own copy where its driver has read it, so
/// that no keyboard is taken away from it for a question; else the device is asked. Empty when neither knows.
/// Throws DeviceRefused.
std::string reportDescriptorOf(libusb_device*, const Interface&);

}  // namespace remise::drivers::usb
