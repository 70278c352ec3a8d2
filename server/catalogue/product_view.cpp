#include "server/catalogue/product_view.h"

#include "server/catalogue/catalogue_rules.h"
#include "server/domain/policy.h"
#include "server/domain/words.h"

namespace remise::catalogue {

using domain::Language;
using domain::Value;

namespace {

std::string stockText(std::int64_t inStock, const http::Strings& strings, Language language) {
    if (inStock == 0) return strings.text("catalogue.stock.none", language);
    return strings.text("catalogue.stock.some", language,
                        {{"count", domain::numberInWords(inStock, language)}});
}

std::string savedText(const domain::Product& product, const http::Strings& strings, Language language) {
    if (product.referenceNewCents <= product.priceCents) return "";
    return strings.text(
        "catalogue.saved", language,
        {{"saved", domain::moneyInWords(product.referenceNewCents - product.priceCents, language)},
         {"reference", domain::moneyInWords(product.referenceNewCents, language)}});
}

std::string categoryText(const domain::Product& product, Language language) {
    const auto* policy = domain::findPolicy(product.category);
    if (!policy) return product.category;
    return std::string(language == Language::english ? policy->en : policy->fr);
}

std::string lowerCase(std::string grade) {
    for (char& letter : grade)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return grade;
}

}  // namespace

Value productView(const domain::Product& product, std::int64_t inStock, const http::Strings& strings,
                  Language language) {
    const auto say = [&](const std::string& key, const http::Strings::Details& details = {}) {
        return strings.text(key, language, details);
    };
    const bool isThere = delayFor(inStock) == Delay::fewDays;
    const bool isRefurbished = soldAs(product.grade) == SoldAs::refurbished;
    return Value::Object{
        {"sku", product.sku},
        {"drawing", product.drawing},
        {"name", product.name(language)},
        {"good_for", product.goodFor(language)},
        {"category", categoryText(product, language)},
        {"price", domain::moneyInWords(product.priceCents, language)},
        {"saved", savedText(product, strings, language)},
        {"grade", product.grade},
        {"grade_drawing", "grade_" + lowerCase(product.grade)},
        {"grade_text", say("catalogue.grade." + product.grade)},
        {"sold_as", say(isRefurbished ? "catalogue.refurbished" : "catalogue.second_hand")},
        {"is_refurbished", isRefurbished},
        {"performance", product.performanceClass == 0
                            ? std::string()
                            : say("catalogue.class." + std::to_string(product.performanceClass))},
        {"warranty", product.warrantyMonths == 0 ? say("catalogue.warranty.none")
                                                 : say("catalogue.warranty.some",
                                                       {{"months", std::to_string(product.warrantyMonths)}})},
        {"is_in_stock", isThere},
        {"stock", stockText(inStock, strings, language)},
        {"delay", say(isThere ? "catalogue.delay.days" : "catalogue.delay.wait")}};
}

}  // namespace remise::catalogue
