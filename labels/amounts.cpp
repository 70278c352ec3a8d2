#include "labels/amounts.h"

#include <array>
#include <charconv>

namespace remise::labels {
namespace {

using domain::Language;
using domain::Value;

constexpr const char* blank = "\u00a0";

bool isEnglish(Language language) {
    return language == Language::english;
}

/// "12500" as "12 500", in English as "12,500".
std::string inThousands(std::int64_t amount, Language language) {
    std::string digits = std::to_string(amount);
    for (std::size_t end = digits.size(); end > 3; end -= 3)
        digits.insert(end - 3, isEnglish(language) ? "," : blank);
    return digits;
}

/// A decimal fraction without the zeros at its end: 5 of 10 is ",5".
std::string fraction(std::int64_t part, std::size_t places, Language language) {
    std::string digits = std::to_string(part);
    digits.insert(0, places - digits.size(), '0');
    while (!digits.empty() && digits.back() == '0')
        digits.pop_back();
    return digits.empty() ? "" : (isEnglish(language) ? "." : ",") + digits;
}

}  // namespace

std::string shownMoney(const Value& cents, Language language) {
    const std::int64_t rest = cents.integer() % 100;
    std::string amount = inThousands(cents.integer() / 100, language);
    if (rest != 0)
        amount +=
            (isEnglish(language) ? "." : ",") + std::string(rest < 10 ? "0" : "") + std::to_string(rest);
    return isEnglish(language) ? "€" + amount : amount + blank + "€";
}

std::string shownMonths(const Value& months, Language language) {
    const std::string number = std::to_string(months.integer()) + blank;
    if (!isEnglish(language)) return number + "mois";
    return number + (months.integer() == 1 ? "month" : "months");
}

std::string shownGigabytes(const Value& gigabytes, Language language) {
    const std::int64_t amount = gigabytes.integer();
    const std::string byte = isEnglish(language) ? "B" : "o";
    if (amount < 1000) return std::to_string(amount) + blank + "G" + byte;
    return inThousands(amount / 1000, language) + fraction(amount % 1000, 3, language) + blank + "T" + byte;
}

std::string shownWeight(const Value& grams, Language language) {
    const std::int64_t amount = grams.integer();
    return inThousands(amount / 1000, language) + fraction(amount % 1000, 3, language) + blank + "kg";
}

std::string shownDate(const Value& day, Language language) {
    const std::string& text = day.text();
    if (!isEnglish(language)) return text.substr(8) + "/" + text.substr(5, 2) + "/" + text.substr(0, 4);
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    unsigned month = 0;
    std::from_chars(text.data() + 5, text.data() + 7, month);
    const std::string name = month >= 1 && month <= 12 ? months.at(month - 1) : text.substr(5, 2);
    return text.substr(8) + blank + name + blank + text.substr(0, 4);
}

}  // namespace remise::labels
