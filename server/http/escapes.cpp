#include "server/http/escapes.h"

#include <algorithm>
#include <cstdint>

namespace remise::http {
namespace {

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool isUnreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

/// Length of the UTF-8 sequence at the start of `text`; 0 when there is no valid one (RFC 3629).
std::size_t sequenceLength(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) return 0;
    const auto second = length > 1 ? static_cast<unsigned char>(text[1]) : 0;
    const bool tooLong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    return tooLong || outside ? 0 : length;
}

bool isControl(std::string_view sequence) {
    const auto c = static_cast<unsigned char>(sequence[0]);
    const bool c1 = c == 0xC2 && static_cast<unsigned char>(sequence[1]) < 0xA0;
    return c < 0x20 || c == 0x7F || c1;
}

}  // namespace

std::optional<std::string> percentDecode(std::string_view text, PlusSign plus) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == PlusSign::isBlank) {
            decoded += ' ';
        } else if (text[i] != '%') {
            decoded += text[i];
        } else {
            const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0) return {};
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    if (!isPlainText(decoded, LineBreaks::allowed)) return {};
    return decoded;
}

std::string percentEncode(std::string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        if (isUnreserved(c)) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return encoded;
}

bool isPlainText(std::string_view text, LineBreaks lineBreaks) {
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0) return false;
        const bool isBreak = text[0] == '\n' || text[0] == '\r' || text[0] == '\t';
        if (isControl(text.substr(0, length)) && !(isBreak && lineBreaks == LineBreaks::allowed))
            return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0;;) {
        const auto next = text.find(separator, at);
        parts.push_back(text.substr(at, next == text.npos ? next : next - at));
        if (next == text.npos) return parts;
        at = next + 1;
    }
}

std::optional<std::vector<std::pair<std::string, std::string>>> readPairs(std::string_view text,
                                                                          std::size_t most) {
    std::vector<std::pair<std::string, std::string>> pairs;
    if (static_cast<std::size_t>(std::count(text.begin(), text.end(), '&')) >= most) return {};
    for (const std::string_view part : split(text, '&')) {
        if (part.empty()) continue;
        const auto equals = part.find('=');
        const auto name = percentDecode(part.substr(0, equals), PlusSign::isBlank);
        const auto value =
            percentDecode(equals == part.npos ? "" : part.substr(equals + 1), PlusSign::isBlank);
        if (!name || !value) return {};
        pairs.emplace_back(*name, *value);
    }
    return pairs;
}

std::map<std::string, std::string> readCookies(std::string_view header) {
    std::map<std::string, std::string> cookies;
    for (const std::string_view part : split(header, ';')) {
        const auto equals = part.find('=');
        if (equals != part.npos)
            cookies.emplace(trimmed(part.substr(0, equals)), trimmed(part.substr(equals + 1)));
    }
    return cookies;
}

}  // namespace remise::http
