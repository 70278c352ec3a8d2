#include "server/domain/maker_labels.h"

#include <algorithm>
#include <array>

#include "server/domain/gs1.h"
#include "server/domain/identifiers.h"
#include "server/domain/serials.h"

namespace remise::domain {
namespace {

constexpr char recordSeparator = '\x1e';
constexpr std::string_view blanks = " \t\r\n\x04";

struct Name {
    std::string_view name;  ///< in capitals, without blanks, dots, slashes and hyphens
    Meaning meaning;
};

constexpr std::array names{
    Name{"SN", Meaning::serial},
    Name{"SERIAL", Meaning::serial},
    Name{"SERIALNO", Meaning::serial},
    Name{"SERIALNUMBER", Meaning::serial},
    Name{"SERVICETAG", Meaning::serial},  // Dell
    Name{"ST", Meaning::serial},
    Name{"SVCTAG", Meaning::serial},
    Name{"NUMERODESERIE", Meaning::serial},
    Name{"NDESERIE", Meaning::serial},
    Name{"MEID", Meaning::serial},
    Name{"ESN", Meaning::serial},
    Name{"PN", Meaning::partNumber},
    Name{"PARTNO", Meaning::partNumber},
    Name{"PARTNUMBER", Meaning::partNumber},
    Name{"PROD", Meaning::partNumber},  // HP
    Name{"PRODUCT", Meaning::partNumber},
    Name{"PRODUCTNO", Meaning::partNumber},
    Name{"PRODID", Meaning::partNumber},
    Name{"MTM", Meaning::partNumber},  // Lenovo
    Name{"IMEI", Meaning::imei},
    Name{"IMEI1", Meaning::imei},
    Name{"IMEI2", Meaning::imei},
    Name{"MAC", Meaning::mac},
    Name{"MACID", Meaning::mac},
    Name{"MACADDRESS", Meaning::mac},
    Name{"WIFIMAC", Meaning::mac},
    Name{"WLANMAC", Meaning::mac},
    Name{"LANMAC", Meaning::mac},
    Name{"ETHMAC", Meaning::mac},
    Name{"BTMAC", Meaning::mac},
    Name{"GTIN", Meaning::gtin},
    Name{"EAN", Meaning::gtin},
    Name{"UPC", Meaning::gtin},
    Name{"LOT", Meaning::batch},
    Name{"BATCH", Meaning::batch},
};

/// Data identifiers (ANSI MH10.8.2) that we know what to do with; the longer ones first.
constexpr std::array dataIdentifiers{
    Name{"11P", Meaning::partNumber}, Name{"30P", Meaning::partNumber}, Name{"23S", Meaning::mac},
    Name{"25S", Meaning::serial},     Name{"1P", Meaning::partNumber},  Name{"1T", Meaning::batch},
    Name{"8S", Meaning::serial},      Name{"P", Meaning::partNumber},   Name{"S", Meaning::serial},
};

bool isCapitalOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool isGtin(std::string_view digits) {
    const bool hasLength =
        digits.size() == 8 || digits.size() == 12 || digits.size() == 13 || digits.size() == 14;
    return hasLength && digits.find_first_not_of("0123456789") == digits.npos &&
           gs1CheckDigit(digits.substr(0, digits.size() - 1)) == digits.back();
}

/// The value as what it is said to be; nothing when it cannot be that.
std::optional<Reading> readingAs(Meaning meaning, std::string_view said) {
    const std::string_view value = trimmed(said);
    switch (meaning) {
        case Meaning::serial:
            if (!isIdentity(value)) return {};
            return Reading{meaning, normaliseSerial(value)};
        case Meaning::imei:
            if (const std::string imei = tidyIdentifier(value); isImei(imei)) return Reading{meaning, imei};
            return {};
        case Meaning::mac:
            if (auto mac = macAddress(value)) return Reading{meaning, *std::move(mac)};
            return {};
        case Meaning::gtin:
            if (isGtin(value)) return Reading{meaning, std::string(value)};
            return {};
        default:
            if (isPlaceholder(value)) return {};
            return Reading{meaning, std::string(value)};
    }
}

/// Between a name and its value stands ':', '#', '=' or a blank.
std::optional<Reading> namedReading(std::string_view field) {
    const std::size_t colon = field.find_first_of(":#=");
    const std::size_t end = colon != field.npos ? colon : field.find(' ');
    if (end == field.npos) return {};
    const std::string name = tidyIdentifier(field.substr(0, end));
    const auto known =
        std::find_if(names.begin(), names.end(), [&](const Name& n) { return n.name == name; });
    if (known == names.end()) return {};
    std::string_view value = field.substr(end);
    value.remove_prefix(std::min(value.find_first_not_of(":#= "), value.size()));
    return readingAs(known->meaning, value);
}

void addOnce(std::vector<Reading>& readings, std::optional<Reading> reading) {
    if (reading && std::find(readings.begin(), readings.end(), *reading) == readings.end())
        readings.push_back(*std::move(reading));
}

template <typename Read>
std::vector<Reading> eachField(std::string_view text, std::string_view separators, Read read) {
    std::vector<Reading> readings;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(separators), text.size());
        addOnce(readings, read(trimmed(text.substr(0, end))));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return readings;
}

}  // namespace

std::vector<Reading> namedReadings(std::string_view text) {
    return eachField(text, "\n\r;,|\t\x1d\x1e", namedReading);
}

std::vector<Reading> envelopedReadings(std::string_view text) {
    constexpr std::string_view header =
        "[)>\x1e"
        "06\x1d";
    if (!text.starts_with(header)) return {};
    text.remove_prefix(header.size());
    text = text.substr(0, text.find(recordSeparator));
    return eachField(text, std::string_view(&groupSeparator, 1), prefixedReading);
}

std::vector<Reading> lenovoReadings(std::string_view text) {
    if (text.size() != 20 || !text.starts_with("1S") ||
        !std::all_of(text.begin(), text.end(), isCapitalOrDigit))
        return {};
    std::vector<Reading> readings;
    addOnce(readings, readingAs(Meaning::serial, text.substr(12)));
    addOnce(readings, readingAs(Meaning::partNumber, text.substr(2, 10)));
    return readings;
}

std::optional<Reading> prefixedReading(std::string_view text) {
    for (const Name& identifier : dataIdentifiers)
        if (text.starts_with(identifier.name))
            return readingAs(identifier.meaning, text.substr(identifier.name.size()));
    return {};
}

std::optional<std::string> macAddress(std::string_view text) {
    std::string digits;
    std::string signs;
    for (const char c : text) {
        const char capital = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
        const bool isHex = (capital >= '0' && capital <= '9') || (capital >= 'A' && capital <= 'F');
        (isHex ? digits : signs) += capital;
    }
    const bool isWhole = signs.empty() || signs == ":::::" || signs == "-----" || signs == "..";
    constexpr std::string_view evenDigits = "02468ACE";
    if (!isWhole || digits.size() != 12 || digits.find_first_not_of('0') == digits.npos) return {};
    if (evenDigits.find(digits[1]) == evenDigits.npos) return {};
    const std::size_t step = signs.size() == 5 ? 3 : signs.size() == 2 ? 5 : text.size() + 1;
    for (std::size_t at = step - 1; at < text.size(); at += step)
        if (text[at] != signs[0]) return {};
    std::string mac;
    for (std::size_t at = 0; at < digits.size(); at += 2)
        mac += (at == 0 ? "" : ":") + digits.substr(at, 2);
    return mac;
}

}  // namespace remise::domain
