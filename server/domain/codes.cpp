#include "server/domain/codes.h"

#include <algorithm>
#include <cctype>

namespace remise::domain {
namespace {

constexpr int base = 18;

int valueOf(char letter) {
    const auto at = codeAlphabet.find(letter);
    return at == codeAlphabet.npos ? -1 : static_cast<int>(at);
}

std::size_t lengthOf(CodeKind kind) {
    return codePrefix(kind).size() + static_cast<std::size_t>(codeLetters(kind)) + 1;
}

std::string trimmedUpper(std::string_view text) {
    const auto blank = [](unsigned char c) { return std::isspace(c) != 0; };
    while (!text.empty() && blank(static_cast<unsigned char>(text.front())))
        text.remove_prefix(1);
    while (!text.empty() && blank(static_cast<unsigned char>(text.back())))
        text.remove_suffix(1);
    return std::string(text);
}

/// Of a code in capitals, without anything around.
std::optional<CodeKind> kindOf(std::string_view code) {
    if (!hasValidCheckLetter(code)) return {};
    for (const CodeKind kind : {CodeKind::unit, CodeKind::drive, CodeKind::container, CodeKind::location,
                                CodeKind::badge, CodeKind::modeCard})
        if (code.size() == lengthOf(kind) && code.starts_with(codePrefix(kind))) return kind;
    return {};
}

/// A sign that is neither letter nor digit, or of a letter outside ASCII one of its bytes.
bool isSign(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) == 0;
}

/// A scanner whose layout is not the computer's gets the letters of our codes right and the signs before them
/// wrong: "https://…/u/CODE" comes as "httpsM!!…!u!CODE", the identifier "]C1" as "$C&". The code after such
/// signs, in capitals; empty when there is none.
std::string codeAfterWrongSigns(std::string_view text) {
    const auto isOurs = [](char c) {
        return valueOf(static_cast<char>(std::toupper(static_cast<unsigned char>(c)))) >= 0;
    };
    const auto begin = std::find_if_not(text.rbegin(), text.rend(), isOurs).base();
    const std::string_view before(text.begin(), begin);
    std::string code(begin, text.end());
    for (char& c : code)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    const auto kind = kindOf(code);
    if (!kind || before.size() < 3) return "";
    const bool endsInSign = isSign(before.back());
    const auto path = before.find_last_of("uU");
    const bool isAddress =
        kind == CodeKind::unit && endsInSign && path != before.npos && path > 0 && isSign(before[path - 1]) &&
        std::all_of(before.begin() + static_cast<std::ptrdiff_t>(path) + 1, before.end(), isSign);
    const bool isIdentifier =
        before.size() <= 5 && isSign(before.front()) && std::any_of(before.begin(), before.end(), [](char c) {
            return std::isalpha(static_cast<unsigned char>(c)) != 0;
        });
    return isAddress || isIdentifier ? code : "";
}

}  // namespace

char checkLetter(std::string_view letters) {
    int product = base;
    for (const char letter : letters) {
        int sum = (product + valueOf(letter)) % base;
        if (sum == 0) sum = base;
        product = sum * 2 % (base + 1);
    }
    return codeAlphabet[static_cast<std::size_t>((base + 1 - product) % base)];
}

bool hasValidCheckLetter(std::string_view code) {
    return code.size() > 1 && std::all_of(code.begin(), code.end(), [](char c) { return valueOf(c) >= 0; }) &&
           checkLetter(code.substr(0, code.size() - 1)) == code.back();
}

std::string_view codePrefix(CodeKind kind) {
    switch (kind) {
        case CodeKind::unit:
            return "";
        case CodeKind::drive:
            return "D";
        case CodeKind::container:
            return "K";
        case CodeKind::location:
            return "L";
        case CodeKind::badge:
            return "B";
        case CodeKind::modeCard:
            return "X";
    }
    return "";
}

int codeLetters(CodeKind kind) {
    switch (kind) {
        case CodeKind::unit:
            return unitLetters;
        case CodeKind::badge:
            return 20;
        case CodeKind::modeCard:
            return 5;
        default:
            return 8;
    }
}

std::optional<CodeKind> codeKind(std::string_view scanned) {
    return kindOf(normaliseScan(scanned));
}

std::string normaliseScan(std::string_view scanned) {
    const std::string trimmed = trimmedUpper(scanned);
    std::string_view text = trimmed;
    if (const auto path = text.rfind("/u/"); path != text.npos)
        text = text.substr(path + 3);
    else if (const auto upper = text.rfind("/U/"); upper != text.npos)
        text = text.substr(upper + 3);
    std::string code;
    for (const char c : text)
        if (c != ' ') code += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    const bool ours =
        !code.empty() && std::all_of(code.begin(), code.end(), [](char c) { return valueOf(c) >= 0; });
    if (ours) return code;
    code = codeAfterWrongSigns(trimmed);
    return code.empty() ? trimmed : code;
}

std::string encodeCode(std::string_view prefix, std::uint64_t number, int letters) {
    std::string body(static_cast<std::size_t>(letters), codeAlphabet[0]);
    for (auto at = body.rbegin(); at != body.rend(); ++at, number /= base)
        *at = codeAlphabet[number % base];
    std::string code = std::string(prefix) + body;
    return code + checkLetter(code);
}

std::optional<std::uint64_t> decodeCode(std::string_view prefix, std::string_view code, int letters) {
    if (code.size() != prefix.size() + static_cast<std::size_t>(letters) + 1 || !code.starts_with(prefix) ||
        !hasValidCheckLetter(code))
        return {};
    std::uint64_t number = 0;
    for (const char letter : code.substr(prefix.size(), static_cast<std::size_t>(letters)))
        number = number * base + static_cast<std::uint64_t>(valueOf(letter));
    return number;
}

}  // namespace remise::domain
