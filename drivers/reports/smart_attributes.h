#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "drivers/reports/report.h"

namespace remise::drivers::reports {

/// A row of an ATA drive's SMART table, as smartctl shows it.
struct SmartAttribute {
    std::int64_t number = 0;            ///< 1 to 255; what it counts is up to the maker but for a few
    std::string name;                   ///< from smartctl's database, Unknown_Attribute without
    std::optional<std::int64_t> value;  ///< normalised: high is good
    std::string raw;                    ///< as shown: "8", "36 (Min/Max 34/38)", "2696h+12m"
};

/// Keeps what the row tells of wear: reallocated and pending sectors, hours, the life used of flash.
void addAttribute(SelfReport&, const SmartAttribute&);

/// smartctl's words on a password of the drive's own: "ENABLED, PW level HIGH, **LOCKED** [SEC4]", "Disabled,
/// frozen [SEC2]".
[[nodiscard]] std::optional<bool> isLocked(std::string_view security);

}  // namespace remise::drivers::reports
