#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace remise::drivers {

/// What tells one USB printer from all others, over unplugging and restarts.
struct UsbId {
    std::uint16_t vendor;
    std::uint16_t product;
    std::string serial;  ///< as the device tells it, or `@PLACE` for one that has none

    bool operator==(const UsbId&) const = default;
};

/// `usb:04f9:209d:000A1Z123456`
std::string textOf(const UsbId&);
/// Nothing when the text has not this form. A serial may have colons in it.
std::optional<UsbId> readUsbId(std::string_view);

}  // namespace remise::drivers
