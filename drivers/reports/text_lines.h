#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Reading what tools print for people: lines of "Key: value".
namespace remise::drivers::reports {

/// Without blanks at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Small letters of ASCII; other bytes stay.
[[nodiscard]] std::string lowerCase(std::string_view text);

/// Capital letters of ASCII; other bytes stay.
[[nodiscard]] std::string upperCase(std::string_view text);

/// The lines, without what ends them (also as Windows and old Macs do).
[[nodiscard]] std::vector<std::string_view> linesOf(std::string_view text);

/// What stands before and after the first colon of a line, trimmed; nothing without a colon.
struct Field {
    std::string_view key, value;
};
[[nodiscard]] std::optional<Field> fieldOf(std::string_view line);

/// A whole number at the beginning, digits grouped or not ("6,032", "1 000", "240.057"), from 0 to 10^18.
[[nodiscard]] std::optional<std::int64_t> wholeNumber(std::string_view text);

/// A decimal number at the beginning, with a point or a comma ("39,264 Wh"), in thousandths.
[[nodiscard]] std::optional<std::int64_t> thousandths(std::string_view text);

/// "8192 MB", "8 GB", "4096 kB": bytes, counted in 1024s as firmware does. Nothing for "No Module
/// Installed".
[[nodiscard]] std::optional<std::int64_t> memorySize(std::string_view text);

/// The cleaned text, empty for a placeholder ("Not Specified").
[[nodiscard]] std::string nameIn(std::string_view text);
/// The cleaned text, when it can serve as an identity.
[[nodiscard]] std::optional<std::string> identityIn(std::string_view text);
/// A number that fits where few are expected; nothing outside of 1 to `most`.
[[nodiscard]] std::optional<int> smallNumber(std::string_view text, int most);

}  // namespace remise::drivers::reports
