#include "server/logistics/parcel_weight.h"

#include <algorithm>

#include "server/domain/refusals.h"

namespace remise::logistics {
namespace {

constexpr std::int64_t gramsInAKilo = 1000, leastGrams = 10, mostGrams = 100 * gramsInAKilo;
constexpr std::size_t mostDigits = 3;  // on either side of the point

bool areDigits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The first three digits as a number; what is not there counts as 0.
std::int64_t thousandths(std::string_view digits) {
    std::int64_t number = 0;
    for (std::size_t i = 0; i < mostDigits; ++i)
        number = number * 10 + (i < digits.size() ? digits[i] - '0' : 0);
    return number;
}

std::int64_t wholeNumber(std::string_view digits) {
    std::int64_t number = 0;
    for (const char digit : digits)
        number = number * 10 + (digit - '0');
    return number;
}

}  // namespace

domain::Outcome<std::int64_t> parcelWeight(std::string_view kilos) {
    const auto point = kilos.find_first_of(",.");
    const std::string_view whole = kilos.substr(0, point);
    const std::string_view rest = point == kilos.npos ? "" : kilos.substr(point + 1);
    const bool isNumber = areDigits(whole) && areDigits(rest) && !(whole.empty() && rest.empty()) &&
                          whole.size() <= mostDigits && rest.size() <= mostDigits;
    const std::int64_t grams = isNumber ? wholeNumber(whole) * gramsInAKilo + thousandths(rest) : 0;
    if (grams < leastGrams || grams > mostGrams)
        return domain::Refusal(domain::refusals::numberOutOfRange, {{"most", "100\u00a0kg"}},
                               {{"least", {"0,01\u00a0kg", "0.01\u00a0kg"}}});
    return grams;
}

}  // namespace remise::logistics
