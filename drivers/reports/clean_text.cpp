#include "drivers/reports/clean_text.h"

#include <algorithm>

namespace remise::drivers::reports {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned char at(std::string_view bytes, std::size_t i) {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
}

/// Length of the well-formed character at `i` (Unicode 15, table 3-7), or 0.
std::size_t characterLength(std::string_view bytes, std::size_t i) {
    const unsigned char first = at(bytes, i);
    const auto continues = [&](std::size_t k, unsigned low = 0x80, unsigned high = 0xBF) {
        const unsigned char c = at(bytes, i + k);
        return c >= low && c <= high;
    };
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned low = first == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = first == 0xED ? 0x9F : 0xBF;
        return continues(1, low, high) && continues(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned low = first == 0xF0 ? 0x90 : 0x80;
        const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
        return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

/// How many bytes of ASCII come first: nearly all of what tools say, and quicker in one go.
std::size_t plainLength(std::string_view bytes) {
    const auto isForeign = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    return static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), isForeign) - bytes.begin());
}

/// Blanks, control characters (C0, DEL, C1) and the marks that change the direction or hide in a text.
bool isBlankOrHidden(std::string_view character) {
    const unsigned char first = at(character, 0);
    if (character.size() == 1) return first <= ' ' || first == 0x7F;
    const unsigned char second = at(character, 1);
    const unsigned char third = at(character, 2);
    if (first == 0xC2) return second <= 0xA0;
    if (first == 0xE2 && second == 0x80)
        return (third >= 0x8B && third <= 0x8F) || (third >= 0xA8 && third <= 0xAE);
    if (first == 0xE2 && second == 0x81) return third >= 0xA0 && third <= 0xAF;
    return character == "\xEF\xBB\xBF";
}

}  // namespace

std::string validUtf8(std::string_view bytes) {
    std::string valid;
    valid.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        if (const std::size_t plain = plainLength(bytes.substr(i)); plain > 0) {
            valid.append(bytes, i, plain);
            i += plain;
            continue;
        }
        const std::size_t length = characterLength(bytes, i);
        valid += length == 0 ? replacement : bytes.substr(i, length);
        i += length == 0 ? 1 : length;
    }
    return valid;
}

std::string cleanText(std::string_view bytes, std::size_t longest) {
    std::string clean;
    bool blankWaits = false;
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t length = characterLength(bytes, i);
        const std::string_view character = length == 0 ? replacement : bytes.substr(i, length);
        i += length == 0 ? 1 : length;
        if (isBlankOrHidden(character)) {
            blankWaits = !clean.empty();
            continue;
        }
        if (clean.size() + character.size() + (blankWaits ? 1 : 0) > longest) break;
        if (blankWaits) clean += ' ';
        clean += character;
        blankWaits = false;
    }
    return clean;
}

}  // namespace remise::drivers::reports
