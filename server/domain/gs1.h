#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// GS1 element strings, as boxes and pallets carry them (GS1 General Specifications, section 3).
namespace remise::domain {

/// What a scanner sends for FNC1, which ends an element of open length.
inline constexpr char groupSeparator = '\x1d';

struct Gs1Element {
    std::string ai;     ///< application identifier: 01, 10, 21, 8004, …
    std::string value;  ///< without what announces and ends it

    bool operator==(const Gs1Element&) const = default;
};

/// The elements of a text in order; nothing when it is no element string through and through: an identifier
/// that is not in our table, a wrong length, a wrong check digit, no date. Takes what scanners send (elements
/// of open length end with a group separator) and what is printed below the bars: (01)… (21)….
[[nodiscard]] std::optional<std::vector<Gs1Element>> gs1Elements(std::string_view text);

}  // namespace remise::domain
