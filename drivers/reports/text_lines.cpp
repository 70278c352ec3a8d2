#include "drivers/reports/text_lines.h"

#include <algorithm>
#include <cctype>

#include "drivers/reports/clean_text.h"
#include "server/domain/serials.h"

namespace remise::drivers::reports {

namespace {

constexpr std::int64_t most = 1'000'000'000'000'000'000;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isGroupMark(char c) {
    return c == ',' || c == '.' || c == ' ' || c == '\'';
}

/// A mark between groups of digits, as in "6,032": three digits follow, and no fourth.
bool groupFollows(std::string_view text, std::size_t at) {
    if (at + 3 >= text.size() || !isGroupMark(text[at])) return false;
    const bool three = isDigit(text[at + 1]) && isDigit(text[at + 2]) && isDigit(text[at + 3]);
    return three && (at + 4 == text.size() || !isDigit(text[at + 4]));
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n\f\v";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string upperCase(std::string_view text) {
    std::string upper(text);
    for (char& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return upper;
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back(text.substr(0, end));
        const bool isPair = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
        text.remove_prefix(std::min(end + (isPair ? 2 : 1), text.size()));
    }
    return lines;
}

std::optional<Field> fieldOf(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return {};
    return Field{trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
}

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || !isDigit(text[0])) return {};
    std::int64_t number = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (groupFollows(text, i)) continue;
        if (!isDigit(text[i])) break;
        if (number > most / 10) return {};
        number = number * 10 + (text[i] - '0');
    }
    return number <= most ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> thousandths(std::string_view text) {
    text = trimmed(text);
    std::int64_t number = 0;
    int decimals = -1;  // digits after the point; before it none
    std::size_t digits = 0;
    for (const char c : text) {
        if ((c == '.' || c == ',') && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (!isDigit(c)) break;
        ++digits;
        if (decimals >= 3) continue;
        if (number > most / 10'000) return {};
        number = number * 10 + (c - '0');
        if (decimals >= 0) ++decimals;
    }
    if (digits == 0) return {};
    for (int i = std::max(decimals, 0); i < 3; ++i)
        number *= 10;
    return number;
}

std::optional<std::int64_t> memorySize(std::string_view text) {
    const auto number = wholeNumber(text);
    if (!number || *number == 0 || *number > (std::int64_t{1} << 30)) return {};
    const auto unit = text.find_first_not_of("0123456789 ");
    if (unit == std::string_view::npos) return {};
    const std::string word = lowerCase(text.substr(unit, 2));
    if (word == "kb" || word == "ki") return *number << 10;
    if (word == "mb" || word == "mi") return *number << 20;
    if (word == "gb" || word == "gi") return *number << 30;
    if (word == "tb" || word == "ti")
        return *number <= (1 << 20) ? std::optional(*number << 40) : std::nullopt;
    return {};
}

std::string nameIn(std::string_view text) {
    std::string name = cleanText(text);
    return domain::isPlaceholder(name) ? std::string() : name;
}

std::optional<std::string> identityIn(std::string_view text) {
    std::string serial = cleanText(text);
    if (!domain::isIdentity(serial)) return {};
    return serial;
}

std::optional<int> smallNumber(std::string_view text, int largest) {
    const auto number = wholeNumber(text);
    if (!number || *number < 1 || *number > largest) return {};
    return static_cast<int>(*number);
}

}  // namespace remise::drivers::reports
