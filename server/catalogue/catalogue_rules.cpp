#include "server/catalogue/catalogue_rules.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "server/domain/policy.h"
#include "server/domain/refusals.h"

namespace remise::catalogue {

namespace refusals = domain::refusals;
using domain::Refusal;
using domain::Verdict;

namespace {

struct Folding {
    std::string_view from;
    std::string_view to;
};

/// Letters with accents that French writes, and what a browser may send instead of a blank or between
/// letters.
constexpr Folding foldings[] = {
    {"à", "a"},     {"â", "a"},     {"ä", "a"},     {"é", "e"},     {"è", "e"},     {"ê", "e"},
    {"ë", "e"},     {"î", "i"},     {"ï", "i"},     {"ô", "o"},     {"ö", "o"},     {"ù", "u"},
    {"û", "u"},     {"ü", "u"},     {"ç", "c"},     {"À", "a"},     {"Â", "a"},     {"Ä", "a"},
    {"É", "e"},     {"È", "e"},     {"Ê", "e"},     {"Ë", "e"},     {"Î", "i"},     {"Ï", "i"},
    {"Ô", "o"},     {"Ö", "o"},     {"Ù", "u"},     {"Û", "u"},     {"Ü", "u"},     {"Ç", "c"},
    {"\u0301", ""}, {"\u0300", ""}, {"\u00ad", ""}, {"\u200b", ""}, {"\u200c", ""}, {"\u200d", ""},
    {"\u2060", ""}, {"\ufeff", ""}};

/// The text as words of small letters a to z and digits.
std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> found(1);
    while (!text.empty()) {
        const auto folding = std::find_if(std::begin(foldings), std::end(foldings),
                                          [&](const Folding& f) { return text.starts_with(f.from); });
        if (folding != std::end(foldings)) {
            found.back() += folding->to;
            text.remove_prefix(folding->from.size());
            continue;
        }
        const char c = text.front();
        text.remove_prefix(1);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            found.back() += c;
        else if (c >= 'A' && c <= 'Z')
            found.back() += static_cast<char>(c - 'A' + 'a');
        else if (!found.back().empty())
            found.emplace_back();
    }
    if (found.back().empty()) found.pop_back();
    return found;
}

using Pair = std::array<std::string_view, 2>;
constexpr std::string_view newInFrench[] = {"neuf", "neufs", "neuve", "neuves"};
constexpr Pair newInEnglish[] = {
    {"brand", "new"}, {"like", "new"}, {"as", "new"}, {"new", "condition"}, {"new", "product"}};

bool claimsNew(const std::vector<std::string>& text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (std::find(std::begin(newInFrench), std::end(newInFrench), text[i]) != std::end(newInFrench))
            return true;
        if (i > 0 && std::find(std::begin(newInEnglish), std::end(newInEnglish),
                               Pair{text[i - 1], text[i]}) != std::end(newInEnglish))
            return true;
    }
    return false;
}

bool isRefurbished(const std::string& word) {
    return word.starts_with("reconditionn") || word.starts_with("refurbish");
}

bool claimsRefurbished(const std::vector<std::string>& text) {
    return std::any_of(text.begin(), text.end(), isRefurbished);
}

bool claimsRefurbishedInFrance(const std::vector<std::string>& text) {
    for (std::size_t i = 2; i < text.size(); ++i)
        if (isRefurbished(text[i - 2]) && (text[i - 1] == "en" || text[i - 1] == "in") && text[i] == "france")
            return true;
    return false;
}

Verdict checkNumbers(const domain::Product& product) {
    if (product.priceCents < 0 || product.priceCents > 1'000'000)
        return Refusal(refusals::productField, {{"name", "price_cents"}});
    if (product.referenceNewCents < 0 || product.referenceNewCents > 10'000'000)
        return Refusal(refusals::productField, {{"name", "reference_new_cents"}});
    if (product.performanceClass < 0 || product.performanceClass > 4)
        return Refusal(refusals::productField, {{"name", "class"}});
    if (product.warrantyMonths < 0 || product.warrantyMonths > 120)
        return Refusal(refusals::productField, {{"name", "warranty_months"}});
    if (product.mostPerAssociation < 1)
        return Refusal(refusals::productField, {{"name", "most_per_association"}});
    return {};
}

bool isPlainName(std::string_view name) {
    return !name.empty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
}

}  // namespace

Verdict checkWording(std::string_view text, const Evidence& evidence) {
    const auto found = words(text);
    if (claimsNew(found)) return Refusal(refusals::saysNew);
    if (claimsRefurbished(found) && !(evidence.tested && evidence.erased))
        return Refusal(refusals::notRefurbished);
    if (claimsRefurbishedInFrance(found) && !evidence.allInFrance) return Refusal(refusals::notAllInFrance);
    return {};
}

Verdict checkProduct(const domain::Product& product, const Evidence& evidence) {
    if (!isPlainName(product.sku)) return Refusal(refusals::productField, {{"name", "sku"}});
    if (!isPlainName(product.drawing)) return Refusal(refusals::productField, {{"name", "drawing"}});
    if (!domain::findPolicy(product.category)) return Refusal(refusals::productField, {{"name", "category"}});
    if (soldAs(product.grade) == SoldAs::notSold) return Refusal(refusals::productField, {{"name", "grade"}});
    if (const auto verdict = checkNumbers(product); !verdict) return verdict;
    for (const auto* text : {&product.nameFr, &product.nameEn, &product.goodForFr, &product.goodForEn}) {
        if (text->empty() || text->size() > 300) return Refusal(refusals::productField, {{"name", "text"}});
        if (const auto verdict = checkWording(*text, evidence); !verdict) return verdict;
    }
    return {};
}

SoldAs soldAs(std::string_view grade) {
    if (grade == "A" || grade == "B" || grade == "C") return SoldAs::refurbished;
    return grade == "D" ? SoldAs::secondHand : SoldAs::notSold;
}

Delay delayFor(std::int64_t inStock) {
    return inStock > 0 ? Delay::fewDays : Delay::weWriteToYou;
}

}  // namespace remise::catalogue
