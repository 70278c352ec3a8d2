#include "server/domain/scan.h"

#include <algorithm>
#include <cctype>

#include "server/domain/codes.h"
#include "server/domain/gs1.h"
#include "server/domain/identifiers.h"
#include "server/domain/maker_labels.h"
#include "server/domain/serials.h"
#include "server/domain/wrong_layout.h"

namespace remise::domain {
namespace {

bool isDigits(std::string_view text, std::size_t count) {
    return text.size() == count && text.find_first_not_of("0123456789") == text.npos;
}

bool passesGs1(std::string_view digits) {
    return gs1CheckDigit(digits.substr(0, digits.size() - 1)) == digits.back();
}

/// What is around the text in the code: blanks, and control characters that scanners send before and after.
std::string_view bare(std::string_view text) {
    const auto isAround = [](char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '\x02' || c == '\x03';
    };
    while (!text.empty() && isAround(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isAround(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Symbology identifiers (ISO/IEC 15424) that scanners put before the text: ], a letter, a modifier. Some say
/// that GS1's element strings follow.
struct Announced {
    std::string_view text;
    bool asGs1 = false;
    bool asGtin = false;
};

Announced announced(std::string_view text) {
    const bool hasIdentifier = text.size() > 3 && text[0] == ']' &&
                               std::isalpha(static_cast<unsigned char>(text[1])) != 0 &&
                               std::isalnum(static_cast<unsigned char>(text[2])) != 0;
    if (!hasIdentifier) return {text};
    const std::string_view identifier = text.substr(0, 3);
    const bool asGs1 =
        identifier == "]C1" || identifier == "]d2" || identifier == "]Q3" || identifier == "]e0";
    return {text.substr(3), asGs1, identifier == "]E0"};
}

/// A pair of digits at the beginning of any serial may look like an identifier: believed when a scanner says
/// so, when brackets or separators stand there, or when a check digit is right.
bool isSurelyGs1(std::string_view text, const std::vector<Gs1Element>& elements) {
    if (text.starts_with('(') || text.find(groupSeparator) != text.npos) return true;
    return std::any_of(elements.begin(), elements.end(), [](const Gs1Element& element) {
        return element.ai == "00" || element.ai == "01" || element.ai == "02";
    });
}

std::optional<Reading> readingOf(const Gs1Element& element) {
    const auto& [ai, value] = element;
    if (ai == "00") return Reading{Meaning::sscc, value};
    if (ai == "01" || ai == "02") return Reading{Meaning::gtin, value};
    if (ai == "10") return Reading{Meaning::batch, value};
    if (ai == "240" || ai == "241") return Reading{Meaning::partNumber, value};
    if (ai != "21" && ai != "250" && ai != "8004") return {};
    return isIdentity(value) ? std::optional(Reading{Meaning::serial, normaliseSerial(value)}) : std::nullopt;
}

std::vector<Reading> gs1Readings(const Announced& scan) {
    const auto elements = gs1Elements(scan.text);
    if (!elements || !(scan.asGs1 || isSurelyGs1(scan.text, *elements))) return {};
    std::vector<Reading> readings;
    for (const Gs1Element& element : *elements)
        if (auto reading = readingOf(element)) readings.push_back(*std::move(reading));
    return readings;
}

/// Digits alone: what their number and their check digit allow.
void addNumbers(std::string_view text, std::vector<Reading>& readings) {
    if (isImei(text)) readings.push_back({Meaning::imei, std::string(text)});
    for (const std::size_t length : {12U, 13U, 14U})
        if (isDigits(text, length) && passesGs1(text)) readings.push_back({Meaning::gtin, std::string(text)});
    if (text.size() == 18 && isSscc(text)) readings.push_back({Meaning::sscc, std::string(text)});
}

/// One word of capitals and digits, a few hyphens or dots: it can name one thing.
bool canBeSerial(std::string_view text) {
    const auto isOfSerials = [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '-' || c == '.' || c == '/';
    };
    const bool hasDigit = text.find_first_of("0123456789") != text.npos;
    return hasDigit && text.size() <= 40 && std::all_of(text.begin(), text.end(), isOfSerials) &&
           isIdentity(text);
}

/// Texts that say nothing of what they are: every form they have, the rarer form by chance first.
std::vector<Reading> formReadings(std::string_view text) {
    std::vector<Reading> readings;
    addNumbers(text, readings);
    if (auto mac = macAddress(text)) readings.push_back({Meaning::mac, *std::move(mac)});
    const bool isOnlyMac = text.size() == 17 && !readings.empty() && readings.back().meaning == Meaning::mac;
    if (isOnlyMac) return readings;
    if (const auto prefixed = prefixedReading(text); prefixed && canBeSerial(text))
        readings.push_back(*prefixed);
    if (canBeSerial(text)) readings.push_back({Meaning::serial, normaliseSerial(text)});
    return readings;
}

/// Nothing is known of it as it was typed, but it may have been typed on the wrong keyboard.
std::vector<Reading> otherKeyboardReadings(std::string_view text) {
    std::vector<Reading> readings;
    for (const std::string& meant : meantOnAmericanKeyboard(text))
        if (canBeSerial(meant)) readings.push_back({Meaning::serial, normaliseSerial(meant)});
    if (!readings.empty()) readings.push_back({Meaning::text, std::string(text)});
    return readings;
}

bool isGoodsSymbology(const Scan& scan) {
    return scan.symbology == "EAN-13" || scan.symbology == "EAN-8" || scan.symbology == "UPC-A";
}

}  // namespace

std::string_view meaningName(Meaning meaning) {
    switch (meaning) {
        case Meaning::ourCode:
            return "our_code";
        case Meaning::serial:
            return "serial";
        case Meaning::partNumber:
            return "part_number";
        case Meaning::imei:
            return "imei";
        case Meaning::mac:
            return "mac";
        case Meaning::gtin:
            return "gtin";
        case Meaning::sscc:
            return "sscc";
        case Meaning::batch:
            return "batch";
        case Meaning::text:
            break;
    }
    return "text";
}

std::string plainText(const Scan& scan) {
    return normaliseScan(announced(bare(scan.text)).text);
}

std::vector<Reading> readingsOf(const Scan& scan) {
    const Announced said = announced(bare(scan.text));
    const std::string normal = normaliseScan(said.text);
    if (codeKind(normal)) return {{Meaning::ourCode, normal}};
    if ((isGoodsSymbology(scan) || said.asGtin) && said.text.size() > 1 &&
        isDigits(said.text, said.text.size()) && passesGs1(said.text))
        return {{Meaning::gtin, normal}};
    for (const auto& readings :
         {gs1Readings(said), envelopedReadings(said.text), lenovoReadings(normaliseSerial(said.text)),
          namedReadings(said.text), formReadings(said.text), otherKeyboardReadings(said.text)})
        if (!readings.empty()) return readings;
    return {{Meaning::text, normal}};
}

}  // namespace remise::domain
