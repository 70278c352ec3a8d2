#include "drivers/reports/smart_attributes.h"

#include <algorithm>
#include <array>

#include "drivers/reports/text_lines.h"

namespace remise::drivers::reports {

namespace {

constexpr std::int64_t reallocatedSectors = 5;
constexpr std::int64_t powerOnHours = 9;
constexpr std::int64_t pendingSectors = 197;

/// Attributes of flash whose normalised value is the percentage of life left. By name: makers use the same
/// number for other things.
bool countsLifeLeft(std::string_view name) {
    constexpr std::array names{"Media_Wearout_Indicator", "Wear_Leveling_Count", "SSD_Life_Left",
                               "Percent_Lifetime_Remain", "Remaining_Lifetime_Perc"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void addAttribute(SelfReport& self, const SmartAttribute& row) {
    // What is shown, not the 48 bits: some makers keep two more counts in the upper ones.
    const auto count = wholeNumber(row.raw);
    if (row.number == reallocatedSectors) self.reallocated = count;
    if (row.number == pendingSectors) self.pending = count;
    if (row.number == powerOnHours) self.hours = count;
    if (countsLifeLeft(row.name) && row.value && *row.value <= 100) {
        // Two of them may speak of the same flash: the worse one counts.
        const std::int64_t used = 100 - *row.value;
        self.wearPercent = std::max(self.wearPercent.value_or(0), used);
    }
}

std::optional<bool> isLocked(std::string_view security) {
    const auto says = [&](std::string_view words) { return security.find(words) != std::string_view::npos; };
    if (says("**LOCKED**")) return true;
    return says("Disabled") || says("not locked") ? std::optional(false) : std::nullopt;
}

}  // namespace remise::drivers::reports
