#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "server/domain/entity.h"
#include "server/domain/language.h"

/// What a category of equipment needs before it may leave. Rows of data: a site's own policy takes their
/// place without touching the rules that read them.
namespace remise::domain {

struct CategoryPolicy {
    std::string_view category;
    std::string_view fr, en;
    std::string_view facts;         ///< mandatory facts, in the usual order, blank-separated
    std::string_view tests;         ///< mandatory tests, blank-separated
    std::string_view accessories;   ///< what the parcel must hold
    std::int64_t giftCeilingCents;  ///< decree of 7 November 2022, VAT included; 0: none
    std::int64_t weightGrams;       ///< usual weight
};

std::span<const CategoryPolicy> policies();
const CategoryPolicy* findPolicy(std::string_view category);

/// Whether a cooperative may sell what a public body gave (decree of 7 November 2022): off until a person
/// sets it. There is no setting yet, so it is off.
inline constexpr bool publicGiftsMayBeSold = false;

/// True when `word` is one of the blank-separated `words`.
bool containsWord(std::string_view words, std::string_view word);

/// Calls `f` with each of the blank-separated words.
template <typename F>
void forEachWord(std::string_view words, F f) {
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        if (end > 0) f(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

/// What people call a category, an accessory or another thing that is only counted.
Words goodsWords(std::string_view name);
/// True for what a container's counted lines may hold: every category, and loose parts.
bool isCounted(std::string_view name);

/// The first mandatory fact that is missing, as the step people do ("test"), or where the unit goes next;
/// empty when nobody has to do anything with it.
std::string nextStep(const Entity& unit);

/// The step that establishes a fact ("tested" → "test").
std::string_view stepOf(std::string_view fact);

}  // namespace remise::domain
