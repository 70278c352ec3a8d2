#include <cstdint>

#include "drivers/scanners/hid_pos/hid_pos.h"

namespace remise::drivers::hid_pos {
namespace {

constexpr std::uint32_t barCodeScanners = 0x8c;

/// A short item (Device Class Definition for HID 1.11, 6.2.2.2): tag and type, then up to four bytes.
struct Item {
    unsigned tag;  ///< without its size
    std::uint32_t value;
};
constexpr unsigned usagePage = 0x04, usage = 0x08, collection = 0xa0;
constexpr unsigned withoutSize = 0xfc;
constexpr std::uint32_t application = 1;

std::optional<Item> takeItem(std::string_view& descriptor) {
    if (descriptor.empty()) return std::nullopt;
    const auto head = static_cast<std::uint8_t>(descriptor[0]);
    const std::size_t size = (head & 3) == 3 ? 4 : head & 3;
    if (descriptor.size() < 1 + size) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t at = size; at > 0; --at)
        value = value << 8 | static_cast<std::uint8_t>(descriptor[at]);
    descriptor.remove_prefix(1 + size);
    return Item{head & withoutSize, value};
}

}  // namespace

/// A usage of four bytes names its page itself (6.2.2.8).
bool isScanner(std::string_view descriptor) {
    std::uint32_t page = 0, pageOfUsage = 0;
    while (const auto item = takeItem(descriptor)) {
        if (item->tag == usagePage) page = item->value & 0xffff;
        if (item->tag == usage) pageOfUsage = item->value >> 16 != 0 ? item->value >> 16 : page;
        if (item->tag == collection && item->value == application && pageOfUsage == barCodeScanners)
            return true;
    }
    return false;
}

}  // namespace remise::drivers::hid_pos
