#include "drivers/printers/usb_id.h"

#include <charconv>

namespace remise::drivers {
namespace {

std::string hexOf(std::uint16_t number) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (int shift = 12; shift >= 0; shift -= 4)
        hex += digits[number >> shift & 15];
    return hex;
}

std::optional<std::uint16_t> numberIn(std::string_view hex) {
    std::uint16_t number = 0;
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), number, 16);
    const bool isWhole = hex.size() == 4 && error == std::errc() && end == hex.data() + hex.size();
    return isWhole ? std::optional(number) : std::nullopt;
}

}  // namespace

std::string textOf(const UsbId& id) {
    return "usb:" + hexOf(id.vendor) + ":" + hexOf(id.product) + ":" + id.serial;
}

std::optional<UsbId> readUsbId(std::string_view text) {
    // usb:VVVV:PPPP:SERIAL
    constexpr std::size_t vendorAt = 4, productAt = 9, serialAt = 14;
    if (!text.starts_with("usb:") || text.size() <= serialAt) return std::nullopt;
    if (text[productAt - 1] != ':' || text[serialAt - 1] != ':') return std::nullopt;
    const auto vendor = numberIn(text.substr(vendorAt, 4));
    const auto product = numberIn(text.substr(productAt, 4));
    if (!vendor || !product) return std::nullopt;
    return UsbId{*vendor, *product, std::string(text.substr(serialAt))};
}

}  // namespace remise::drivers
