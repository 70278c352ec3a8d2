#include "drivers/reports/base64.h"

#include <cstdint>

namespace remise::drivers::reports {

namespace {

std::optional<std::uint32_t> sixBits(char c) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto place = digits.find(c);
    return place == digits.npos ? std::nullopt : std::optional(static_cast<std::uint32_t>(place));
}

}  // namespace

std::optional<std::string> decodeBase64(std::string_view text) {
    std::string bytes;
    std::uint32_t bits = 0;
    std::size_t digits = 0;
    std::size_t padding = 0;
    for (const char c : text) {
        if (c == '\r' || c == '\n') continue;
        if (c == '=') {
            ++padding;
            continue;
        }
        const auto six = sixBits(c);
        if (!six || padding > 0) return {};
        bits = (bits << 6) | *six;
        ++digits;
        if (digits % 4 != 1) bytes += static_cast<char>((bits >> (6 - 2 * ((digits - 1) % 4))) & 0xFF);
    }
    const bool isWhole = (digits + padding) % 4 == 0 && padding <= 2 && digits % 4 != 1;
    return isWhole ? std::optional(bytes) : std::nullopt;
}

}  // namespace remise::drivers::reports
