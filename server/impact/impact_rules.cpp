#include "server/impact/impact_rules.h"

#include <algorithm>

#include "server/domain/policy.h"

namespace remise::impact {

namespace {

constexpr Factor factors[] = {
    {"laptop", 27'000, 127'000, 314, 3},
    {"phone", 24'600, 76'900, 0, 2},
};

}  // namespace

std::optional<Factor> factorOf(std::string_view category) {
    const auto found = std::find_if(std::begin(factors), std::end(factors),
                                    [&](const Factor& factor) { return factor.category == category; });
    if (found == std::end(factors)) return {};
    return *found;
}

Reuse reuseOf(std::span<const Count> counts) {
    Reuse reuse;
    for (const Count& count : counts) {
        const auto* policy = domain::findPolicy(count.category);
        const std::int64_t grams = count.units * (policy ? policy->weightGrams : 0);
        if (domain::containsWord("shipped handed_over delivered", count.stage)) {
            reuse.reusedUnits += count.units;
            reuse.reusedGrams += grams;
            if (const auto factor = factorOf(count.category))
                reuse.co2Grams += count.units * factor->co2Grams * factor->secondLifeYears;
        } else if (domain::containsWord("dismantled recycled", count.stage)) {
            reuse.otherUnits += count.units;
            reuse.otherGrams += grams;
        }
    }
    return reuse;
}

}  // namespace remise::impact
