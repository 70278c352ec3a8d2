#include "server/domain/gs1.h"

#include <algorithm>
#include <array>

#include "server/domain/identifiers.h"

namespace remise::domain {
namespace {

enum class Content {
    checkedDigits,  ///< the last one checks the others
    digits,
    date,  ///< YYMMDD; day 00 stands for the month
    text,
};

struct Ai {
    std::string_view ai;
    std::size_t least;
    std::size_t most;
    Content content;
};

/// What stands on IT equipment, its boxes and pallets. GS1 General Specifications, figure 3.2-1.
constexpr std::array table{
    Ai{"00", 18, 18, Content::checkedDigits},  // SSCC
    Ai{"01", 14, 14, Content::checkedDigits},  // GTIN
    Ai{"02", 14, 14, Content::checkedDigits},  // GTIN of what is inside
    Ai{"10", 1, 20, Content::text},            // batch
    Ai{"11", 6, 6, Content::date},             // production
    Ai{"12", 6, 6, Content::date},             // payment due
    Ai{"13", 6, 6, Content::date},             // packaging
    Ai{"15", 6, 6, Content::date},             // best before
    Ai{"17", 6, 6, Content::date},             // expiry
    Ai{"20", 2, 2, Content::digits},           // variant
    Ai{"21", 1, 20, Content::text},            // serial
    Ai{"22", 1, 20, Content::text},            // consumer product variant
    Ai{"30", 1, 8, Content::digits},           // count
    Ai{"37", 1, 8, Content::digits},           // count of what is inside
    Ai{"90", 1, 30, Content::text},            // agreed between partners
    Ai{"91", 1, 90, Content::text},            // internal to a company, and so to 99
    Ai{"92", 1, 90, Content::text},
    Ai{"93", 1, 90, Content::text},
    Ai{"94", 1, 90, Content::text},
    Ai{"95", 1, 90, Content::text},
    Ai{"96", 1, 90, Content::text},
    Ai{"97", 1, 90, Content::text},
    Ai{"98", 1, 90, Content::text},
    Ai{"99", 1, 90, Content::text},
    Ai{"240", 1, 30, Content::text},            // maker's further number of the product
    Ai{"241", 1, 30, Content::text},            // customer's part number
    Ai{"250", 1, 30, Content::text},            // second serial
    Ai{"400", 1, 30, Content::text},            // customer's order
    Ai{"401", 1, 30, Content::text},            // consignment
    Ai{"410", 13, 13, Content::checkedDigits},  // ship to
    Ai{"414", 13, 13, Content::checkedDigits},  // place
    Ai{"420", 1, 20, Content::text},            // postcode
    Ai{"8003", 15, 30, Content::text},          // returnable asset: 0, 13 digits with check digit, serial
    Ai{"8004", 1, 30, Content::text},           // individual asset
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), isDigit);
}

bool isDate(std::string_view digits) {
    const auto two = [&](std::size_t at) { return (digits[at] - '0') * 10 + digits[at + 1] - '0'; };
    return two(2) >= 1 && two(2) <= 12 && two(4) <= 31;
}

/// GS1's character set 82: letters, digits and these signs.
bool isOfSet82(char c) {
    constexpr std::string_view signs = "!\"%&'()*+,-./:;<=>?_";
    return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || signs.find(c) != signs.npos;
}

bool isValid(const Ai& ai, std::string_view value) {
    if (value.size() < ai.least || value.size() > ai.most) return false;
    switch (ai.content) {
        case Content::checkedDigits:
            return allDigits(value) && gs1CheckDigit(value.substr(0, value.size() - 1)) == value.back();
        case Content::digits:
            return allDigits(value);
        case Content::date:
            return allDigits(value) && isDate(value);
        case Content::text:
            return std::all_of(value.begin(), value.end(), isOfSet82);
    }
    return false;
}

/// The identifier that `text` begins with; none is the beginning of another.
const Ai* announcedBy(std::string_view text) {
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Ai& ai) { return text.starts_with(ai.ai); });
    return found == table.end() ? nullptr : found;
}

std::optional<std::vector<Gs1Element>> asSent(std::string_view text) {
    std::vector<Gs1Element> elements;
    while (!text.empty()) {
        const Ai* ai = announcedBy(text);
        if (ai == nullptr) return {};
        text.remove_prefix(ai->ai.size());
        const std::size_t end = std::min(text.find(groupSeparator), text.size());
        const std::string_view value = text.substr(0, ai->least == ai->most ? std::min(ai->most, end) : end);
        if (!isValid(*ai, value)) return {};
        elements.push_back({std::string(ai->ai), std::string(value)});
        text.remove_prefix(value.size());
        if (text.starts_with(groupSeparator)) text.remove_prefix(1);
    }
    return elements;
}

/// In what people read each identifier is in brackets, and a value goes on to the next one that is known.
std::optional<std::vector<Gs1Element>> asPrinted(std::string_view text) {
    std::vector<Gs1Element> elements;
    while (!text.empty()) {
        const std::size_t close = text.find(')');
        if (text.front() != '(' || close == text.npos) return {};
        const std::string_view named = text.substr(1, close - 1);
        const Ai* ai = announcedBy(named);
        if (ai == nullptr || ai->ai != named) return {};
        text.remove_prefix(close + 1);
        std::string_view value = text.substr(0, std::min(text.find('('), text.size()));
        text.remove_prefix(value.size());
        while (value.ends_with(' '))
            value.remove_suffix(1);
        if (!isValid(*ai, value)) return {};
        elements.push_back({std::string(ai->ai), std::string(value)});
    }
    return elements;
}

}  // namespace

std::optional<std::vector<Gs1Element>> gs1Elements(std::string_view text) {
    if (text.starts_with(groupSeparator)) text.remove_prefix(1);
    if (text.empty()) return {};
    return text.front() == '(' ? asPrinted(text) : asSent(text);
}

}  // namespace remise::domain
