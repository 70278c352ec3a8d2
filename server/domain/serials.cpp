#include "server/domain/serials.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace remise::domain {

namespace {

// Both tables are in folded form: letters and digits of ASCII only, lower case ("Sans numéro" is
// "sansnumro").

/// Placeholders when they are the whole text.
constexpr std::array wholeTexts{
    "0x",         "absent",      "all",      "allseries", "asset",       "assettagnum", "aucun",
    "base",       "baseboard",   "battery",  "blank",     "board",       "chassis",     "default",
    "disk",       "empty",       "generic",  "harddisk",  "inconnu",     "invalid",     "mainboard",
    "missing",    "motherboard", "na",       "nil",       "no",          "none",        "noserial",
    "null",       "number",      "numero",   "oem",       "releasekeys", "sansnumro",   "serial",
    "serialno",   "sernum",      "sku",      "sn",        "standard",    "string",      "system",
    "systemname", "test",        "testkeys", "unset",     "vide",        "void",        "systemproductname"};

/// Placeholders wherever they stand in the text. Long enough never to occur in a real serial number.
constexpr std::array telltales{
    "assetinformation", "assettag",      "badindex",      "byodm",          "byoem",         "censored",
    "chassismanufact",  "defaultstring", "donotuse",      "dummy",          "filledby",      "filledon",
    "nodimm",           "nonspecifie",   "notapplicable", "notavailable",   "notdefined",    "notpresent",
    "notprovided",      "notset",        "notspecified",  "notsupported",   "oemdefine",     "placeholder",
    "productname",      "redacted",      "serialnum",     "systemmanufact", "systemproduct", "systemsku",
    "systemversion",    "tobedefined",   "tobefilled",    "undefined",      "uninitialized", "unknown",
    "unspecified",      "xxxxxx"};

/// Known factory defaults that no rule below catches.
constexpr std::array factoryDefaults{"03000200040005000006000700080009", "0000000000000000000000000000000f"};

constexpr std::size_t longestSerial = 128;

bool isAsciiAlnum(unsigned char c) {
    return c < 0x80 && std::isalnum(c) != 0;
}

std::string fold(std::string_view text) {
    std::string folded;
    for (const unsigned char c : text)
        if (isAsciiAlnum(c)) folded += static_cast<char>(std::tolower(c));
    return folded;
}

bool hasForeignLetters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x80; });
}

template <typename Table>
bool contains(const Table& table, std::string_view text) {
    return std::find(table.begin(), table.end(), text) != table.end();
}

std::string_view withoutShortNumber(std::string_view folded) {
    std::size_t digits = 0;
    while (digits < folded.size() &&
           std::isdigit(static_cast<unsigned char>(folded[folded.size() - 1 - digits])))
        ++digits;
    return digits <= 3 ? folded.substr(0, folded.size() - digits) : folded;
}

bool saysNothing(std::string_view folded) {
    if (contains(wholeTexts, folded)) return true;
    return std::any_of(telltales.begin(), telltales.end(),
                       [&](std::string_view t) { return folded.find(t) != std::string_view::npos; });
}

bool repeatsWithPeriod(std::string_view folded, std::size_t period) {
    return std::equal(folded.begin() + static_cast<std::ptrdiff_t>(period), folded.end(), folded.begin());
}

/// Next in counting: 8→9, 9→0, 9→1, 9→a (hexadecimal), a→b.
bool follows(char before, char after) {
    if (before == '9') return after == '0' || after == '1' || after == 'a';
    return after == before + 1;
}

/// Characters of the longest stretch that counts up or down.
std::size_t longestCount(std::string_view folded) {
    std::size_t longest = folded.empty() ? 0 : 1;
    std::size_t up = 1;
    std::size_t down = 1;
    for (std::size_t i = 1; i < folded.size(); ++i) {
        up = follows(folded[i - 1], folded[i]) ? up + 1 : 1;
        down = follows(folded[i], folded[i - 1]) ? down + 1 : 1;
        longest = std::max({longest, up, down});
    }
    return longest;
}

bool counts(std::string_view folded) {
    constexpr std::size_t neverByChance = 8;
    const std::size_t longest = longestCount(folded);
    return longest == folded.size() || longest >= neverByChance;
}

}  // namespace

bool isPlaceholder(std::string_view text) {
    const std::string folded = fold(text);
    if (folded.empty()) return !hasForeignLetters(text);
    return saysNothing(folded) || (repeatsWithPeriod(folded, 1) && !hasForeignLetters(text));
}

bool isIdentity(std::string_view serial) {
    std::string folded = fold(serial);
    if (folded.starts_with("0x")) folded.erase(0, 2);
    if (serial.size() > longestSerial || folded.size() < 4) return false;
    if (saysNothing(folded) || contains(wholeTexts, withoutShortNumber(folded))) return false;  // "SerNum01"
    if (contains(factoryDefaults, folded)) return false;
    if (repeatsWithPeriod(folded, 1) || repeatsWithPeriod(folded, 2) || counts(folded)) return false;
    const auto leadingZeros = folded.find_first_not_of('0');
    return folded.size() - leadingZeros > 1;
}

std::string normaliseSerial(std::string_view serial) {
    std::string normal;
    for (const unsigned char c : serial)
        if (c > ' ' && c != 0x7f) normal += static_cast<char>(c < 0x80 ? std::toupper(c) : c);
    return normal;
}

}  // namespace remise::domain
