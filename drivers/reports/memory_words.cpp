#include "drivers/reports/memory_words.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "drivers/reports/text_lines.h"

namespace remise::drivers::reports {

namespace {

struct Maker {
    std::string_view code, name;
};

/// JEDEC's codes (JEP106) of those who make most modules, as firmware spells them: the code behind its
/// continuation, with parity or without, either half first.
constexpr std::array makers{Maker{"80ce", "Samsung"},  Maker{"ce00", "Samsung"},  Maker{"ce80", "Samsung"},
                            Maker{"80ad", "SK Hynix"}, Maker{"ad00", "SK Hynix"}, Maker{"ad80", "SK Hynix"},
                            Maker{"802c", "Micron"},   Maker{"2c00", "Micron"},   Maker{"2c80", "Micron"},
                            Maker{"0198", "Kingston"}, Maker{"7f98", "Kingston"}, Maker{"029e", "Corsair"},
                            Maker{"859b", "Crucial"},  Maker{"04cd", "G.Skill"},  Maker{"04cb", "A-DATA"},
                            Maker{"830b", "Nanya"}};

std::string hexDigits(std::string_view said) {
    std::string digits = lowerCase(said);
    if (digits.starts_with("jedec id:")) digits.erase(0, 9);
    if (digits.starts_with("0x")) digits.erase(0, 2);
    std::erase(digits, ' ');
    const bool isHex = !digits.empty() && digits.find_first_not_of("0123456789abcdef") == std::string::npos;
    return isHex ? digits : std::string();
}

}  // namespace

bool isFirmwareFlash(std::string_view words) {
    const std::string lower = lowerCase(words);
    constexpr std::array marks{"flash", "non-volatile", "eprom", "system rom"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](const char* mark) { return lower.find(mark) != std::string::npos; });
}

std::string moduleMaker(std::string_view said) {
    if (lowerCase(said).find("manufacturer") != std::string::npos) return {};
    const std::string digits = hexDigits(said);
    if (digits.size() < 4) return std::string(said);
    for (const Maker& maker : makers)
        if (digits.starts_with(maker.code)) return std::string(maker.name);
    return std::string(said);
}

std::string memoryTypeIn(std::string_view words) {
    std::istringstream stream{std::string(words)};
    for (std::string word; stream >> word;)
        if (const std::string upper = upperCase(word);
            upper.starts_with("DDR") || upper.starts_with("LPDDR") || upper == "SDRAM" || upper == "DRAM")
            return upper;
    return {};
}

std::string memorySpeedIn(std::string_view words) {
    std::istringstream stream{std::string(words)};
    std::string before;
    for (std::string word; stream >> word; before = word)
        if ((word == "MHz" || word == "MT/s") && wholeNumber(before)) return before + " " + word;
    return {};
}

}  // namespace remise::drivers::reports
