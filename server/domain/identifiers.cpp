#include "server/domain/identifiers.h"

#include <algorithm>
#include <array>

namespace remise::domain {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isCapital(char c) {
    return c >= 'A' && c <= 'Z';
}
bool isDigitOrCapital(char c) {
    return isDigit(c) || isCapital(c);
}

template <typename Is>
bool all(std::string_view text, Is is) {
    return std::all_of(text.begin(), text.end(), is);
}

bool isDigits(std::string_view text, std::size_t count) {
    return text.size() == count && all(text, isDigit);
}

int digitSum(std::string_view digits) {
    int sum = 0;
    for (const char c : digits)
        sum += c - '0';
    return sum;
}

/// Luhn's sum is a multiple of ten; a number of zeros only would pass and is nobody's.
bool passesLuhn(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int value = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
        sum += value;
    }
    return sum % 10 == 0 && digitSum(digits) > 0;
}

}  // namespace

std::string tidyIdentifier(std::string_view typed) {
    std::string tidy;
    for (const char c : typed) {
        if (c == ' ' || c == '\t' || c == '.' || c == '-' || c == '/') continue;
        tidy += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return tidy;
}

bool isRna(std::string_view text) {
    return text.size() == 10 && text[0] == 'W' && isDigit(text[1]) && isDigitOrCapital(text[2]) &&
           all(text.substr(3), isDigit);
}

bool isSiren(std::string_view text) {
    return isDigits(text, 9) && passesLuhn(text);
}

bool isSiret(std::string_view text) {
    constexpr std::string_view laPoste = "356000000";
    constexpr std::string_view laPosteHeadOffice = "35600000000048";
    if (!isDigits(text, 14) || !isSiren(text.substr(0, 9))) return false;
    if (text.starts_with(laPoste) && text != laPosteHeadOffice) return digitSum(text) % 5 == 0;
    return passesLuhn(text);
}

bool isFrenchVat(std::string_view text) {
    if (text.size() != 13 || !text.starts_with("FR") || !isDigits(text.substr(2), 11)) return false;
    const std::string_view siren = text.substr(4);
    int rest = 0;
    for (const char c : siren)
        rest = (rest * 10 + (c - '0')) % 97;
    const int key = (12 + 3 * rest) % 97;
    return isSiren(siren) && (text[2] - '0') * 10 + (text[3] - '0') == key;
}

bool isPassIae(std::string_view text) {
    return text.size() == 12 && all(text, isDigitOrCapital);
}

bool isImei(std::string_view text) {
    return isDigits(text, 15) && passesLuhn(text);
}

std::optional<std::string_view> legalKindOfCategory(std::string_view category) {
    if (!isDigits(category, 4)) return {};
    constexpr std::array<std::string_view, 4> declared{"9220", "9221", "9222", "9230"};
    if (std::find(declared.begin(), declared.end(), category) != declared.end()) return "loi_1901";
    if (category == "9260") return "local_law";
    if (category == "9300") return "foundation";
    if (category == "7210" || category == "7220" || category.starts_with("73")) return "public_library";
    return {};
}

char gs1CheckDigit(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i)
        sum += (digits[digits.size() - 1 - i] - '0') * (i % 2 == 0 ? 3 : 1);
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool isGtin13(std::string_view text) {
    return isDigits(text, 13) && gs1CheckDigit(text.substr(0, 12)) == text.back();
}

bool isSscc(std::string_view text) {
    if (text.size() == 20 && text.starts_with("00")) text.remove_prefix(2);
    return isDigits(text, 18) && gs1CheckDigit(text.substr(0, 17)) == text.back();
}

char s10CheckDigit(std::string_view eightDigits) {
    constexpr std::array weights{8, 6, 4, 2, 3, 5, 9, 7};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += (eightDigits[i] - '0') * weights[i];
    const int check = 11 - sum % 11;
    if (check == 10) return '0';
    return check == 11 ? '5' : static_cast<char>('0' + check);
}

bool isPostalItem(std::string_view text) {
    return text.size() == 13 && all(text.substr(0, 2), isCapital) && all(text.substr(2, 9), isDigit) &&
           all(text.substr(11), isCapital) && s10CheckDigit(text.substr(2, 8)) == text[10];
}

char mod3736CheckCharacter(std::string_view text) {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    int product = 36;
    for (const char c : text) {
        const int value = isDigit(c) ? c - '0' : c - 'A' + 10;
        const int sum = (product + value) % 36;
        product = (sum == 0 ? 36 : sum) * 2 % 37;
    }
    return alphabet[static_cast<std::size_t>((37 - product) % 36)];
}

namespace {

bool isFreeNumber(std::string_view text) {
    return text.size() >= 6 && text.size() <= 20 && all(text, isDigitOrCapital);
}

bool isColissimo(std::string_view text) {
    return text.size() == 13 && isDigit(text[0]) && isCapital(text[1]) && all(text.substr(2), isDigit);
}

TrackingVerdict checkFree(std::string_view number) {
    return isFreeNumber(number) || isSscc(number) ? TrackingVerdict::valid : TrackingVerdict::invalid;
}

/// The post's rule for its check digit is not published, and it has other forms: never block one.
TrackingVerdict checkColissimo(std::string_view number) {
    if (isColissimo(number) || isPostalItem(number)) return TrackingVerdict::valid;
    return isFreeNumber(number) ? TrackingVerdict::warn : TrackingVerdict::invalid;
}

TrackingVerdict checkPost(std::string_view number) {
    const bool hasForm = number.size() == 13 && all(number.substr(0, 2), isCapital) &&
                         all(number.substr(2, 9), isDigit) && all(number.substr(11), isCapital);
    if (hasForm) return isPostalItem(number) ? TrackingVerdict::valid : TrackingVerdict::invalid;
    return checkColissimo(number);
}

/// 14 digits of the parcel, or 27 with country, postcode and service, then the check character. People often
/// copy the digits alone.
TrackingVerdict checkDpd(std::string_view number) {
    if (isDigits(number, 14) || isDigits(number, 27)) return TrackingVerdict::warn;
    if (number.size() != 15 && number.size() != 28) return TrackingVerdict::invalid;
    const std::string_view digits = number.substr(0, number.size() - 1);
    if (!all(digits, isDigit) || !isDigitOrCapital(number.back())) return TrackingVerdict::invalid;
    return mod3736CheckCharacter(digits) == number.back() ? TrackingVerdict::valid : TrackingVerdict::invalid;
}

}  // namespace

TrackingVerdict checkTracking(std::string_view carrier, std::string_view typed) {
    const std::string number = tidyIdentifier(typed);
    if (carrier == "colissimo") return checkColissimo(number);
    if (carrier == "laposte") return checkPost(number);
    if (carrier == "dpd") return checkDpd(number);
    return checkFree(number);
}

}  // namespace remise::domain
