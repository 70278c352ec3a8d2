#include "drivers/reports/raw_text.h"

#include <cstdint>
#include <optional>

#include "drivers/reports/text_lines.h"

namespace remise::drivers::reports {

namespace {

using std::string_view;

void append(std::string& text, std::uint32_t character) {
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    const auto putTail = [&](int shift) { put(0x80 | ((character >> shift) & 0x3F)); };
    if (character < 0x80) return put(character);
    if (character < 0x800) {
        put(0xC0 | (character >> 6));
        return putTail(0);
    }
    if (character < 0x10000) {
        put(0xE0 | (character >> 12));
    } else {
        put(0xF0 | (character >> 18));
        putTail(12);
    }
    putTail(6);
    putTail(0);
}

enum class ByteOrder { little, big };

/// Halves of a pair that stand alone become U+FFFD.
std::string fromUtf16(string_view bytes, ByteOrder order) {
    const auto unit = [&](std::size_t i) -> std::uint32_t {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return order == ByteOrder::little ? first | (second << 8) : second | (first << 8);
    };
    std::string text;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const std::uint32_t high = unit(i);
        const bool isHigh = high >= 0xD800 && high < 0xDC00;
        const std::uint32_t low = isHigh && i + 3 < bytes.size() ? unit(i + 2) : 0;
        if (low >= 0xDC00 && low < 0xE000) {
            append(text, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
            i += 2;
        } else {
            append(text, high >= 0xD800 && high < 0xE000 ? 0xFFFD : high);
        }
    }
    return text;
}

/// A line that is nothing but the beginning of an object or a list, or begins an object's first member.
bool beginsJson(string_view line) {
    line = trimmed(line);
    return line == "{" || line == "[" || line == "[{" || line.starts_with("{\"") || line.starts_with("[{\"");
}

/// From the first line that begins JSON to what ends it; nothing when there is none, or nothing around it, or
/// no text at all.
std::optional<string_view> jsonInside(string_view text) {
    const string_view whole = trimmed(text);
    const bool isWhole = !whole.empty() && whole.front() == '{' && whole.back() == '}';
    if (isWhole || text.find('\0') != text.npos) return {};
    for (const string_view line : linesOf(text)) {
        if (!beginsJson(line)) continue;
        const string_view found = text.substr(static_cast<std::size_t>(line.data() - text.data()));
        const auto last = found.find_last_of("}]");
        return last == found.npos ? std::nullopt : std::optional(found.substr(0, last + 1));
    }
    return {};
}

}  // namespace

std::string plainText(std::string bytes) {
    if (bytes.starts_with("\xFF\xFE"))
        bytes = fromUtf16(string_view(bytes).substr(2), ByteOrder::little);
    else if (bytes.starts_with("\xFE\xFF"))
        bytes = fromUtf16(string_view(bytes).substr(2), ByteOrder::big);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    const auto json = jsonInside(bytes);
    return json ? std::string(*json) : bytes;
}

}  // namespace remise::drivers::reports
