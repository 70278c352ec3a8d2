#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace remise::impact {

/// What a refurbished device spares for each year of use in place of a new one (ADEME, 2022), and how many
/// years its second life is taken to last (ours; always shown beside the figure).
struct Factor {
    std::string_view category;
    std::int64_t co2Grams = 0;
    std::int64_t rawMaterialGrams = 0;
    std::int64_t wasteGrams = 0;  ///< 0: not published
    int secondLifeYears = 0;
};

/// Nothing for the kinds for which no figure is published.
std::optional<Factor> factorOf(std::string_view category);

struct Count {
    std::string category, stage;
    std::int64_t units = 0;
};

/// What left the house, by usual weights.
struct Reuse {
    std::int64_t reusedUnits = 0, otherUnits = 0;
    std::int64_t reusedGrams = 0, otherGrams = 0;
    std::int64_t co2Grams = 0;  ///< spared over the second lives, for kinds with a published factor only

    /// Percent, rounded down; nothing as long as nothing left.
    [[nodiscard]] std::optional<int> unitRate() const { return rate(reusedUnits, otherUnits); }
    [[nodiscard]] std::optional<int> weightRate() const { return rate(reusedGrams, otherGrams); }

private:
    static std::optional<int> rate(std::int64_t reused, std::int64_t other) {
        if (reused + other == 0) return {};
        return static_cast<int>(reused * 100 / (reused + other));
    }
};
Reuse reuseOf(std::span<const Count>);

}  // namespace remise::impact
