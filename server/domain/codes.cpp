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
    const std::string code = normaliseScan(scanned);
    if (!hasValidCheckLetter(code)) return {};
    for (const CodeKind kind : {CodeKind::unit, CodeKind::drive, CodeKind::container, CodeKind::location,
                                CodeKind::badge, CodeKind::modeCard})
        if (code.size() == lengthOf(kind) && code.starts_with(codePrefix(kind))) return kind;
    return {};
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
    return ours ? code : trimmed;
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
