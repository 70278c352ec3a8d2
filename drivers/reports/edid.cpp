#include "drivers/reports/edid.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "drivers/reports/text_lines.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

namespace {

constexpr std::size_t blockSize = 128;
constexpr std::string_view header{"\x00\xFF\xFF\xFF\xFF\xFF\xFF\x00", 8};

/// The first block; offsets are those of the standard's table of section 3.1.
class Block {
public:
    explicit Block(std::string_view bytes) : m_bytes(bytes.substr(0, blockSize)) {}

    [[nodiscard]] int at(std::size_t offset) const { return static_cast<unsigned char>(m_bytes[offset]); }
    [[nodiscard]] std::string_view text(std::size_t offset, std::size_t length) const {
        return m_bytes.substr(offset, length);
    }
    [[nodiscard]] bool isWhole() const {
        int sum = 0;
        for (std::size_t i = 0; i < m_bytes.size(); ++i)
            sum += at(i);
        return m_bytes.size() == blockSize && m_bytes.starts_with(header) && sum % 256 == 0;
    }

private:
    std::string_view m_bytes;
};

/// Three letters of five bits each, A is 1, in two bytes.
std::string threeLetters(const Block& block) {
    const int packed = block.at(8) << 8 | block.at(9);
    std::string letters;
    for (const int shift : {10, 5, 0}) {
        const int letter = packed >> shift & 31;
        if (letter < 1 || letter > 26) return {};
        letters += static_cast<char>('A' + letter - 1);
    }
    return letters;
}

std::uint32_t numberOf(const Block& block) {
    std::uint32_t number = 0;
    for (const std::size_t offset : {15, 14, 13, 12})
        number = number << 8 | static_cast<std::uint32_t>(block.at(offset));
    return number;
}

std::optional<int> yearOf(const Block& block) {
    constexpr int nobodyMadeOne = 1995;  // the standard is of 1994: before, and 0, is not filled in
    const int year = 1990 + block.at(17);
    return year >= nobodyMadeOne ? std::optional(year) : std::nullopt;
}

/// The four descriptors of 18 bytes each, from byte 54: a timing, or with a pixel clock of 0 a text.
constexpr std::array<std::size_t, 4> descriptors{54, 72, 90, 108};

bool isTiming(const Block& block, std::size_t from) {
    return block.at(from) != 0 || block.at(from + 1) != 0;
}

/// The texts of a kind in order. Each ends with a line feed and is filled up with blanks; some makers of
/// panels put other bytes between their own number and that of the panel.
std::vector<std::string> textsOf(const Block& block, int kind) {
    std::vector<std::string> texts;
    for (const std::size_t from : descriptors) {
        if (isTiming(block, from) || block.at(from + 3) != kind) continue;
        std::string text(block.text(from + 5, 13));
        text.resize(std::min(text.find('\n'), text.size()));
        std::replace_if(
            text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, ' ');
        texts.emplace_back(trimmed(text));
    }
    return texts;
}

/// Some write the shape of the picture where its size in centimetres or millimetres should be.
bool isShape(int width, int height) {
    return width == 0 || height == 0 || (width * 9 == height * 16 && (width == 16 || width % 160 == 0)) ||
           (width == 4 && height == 3);
}

void readSize(Screen& screen, int widthMm, int heightMm) {
    if (isShape(widthMm, heightMm) || screen.widthMm != 0) return;
    screen.widthMm = widthMm;
    screen.heightMm = heightMm;
}

/// The first timing is the one that the screen likes best.
void readTiming(Screen& screen, const Block& block, std::size_t from) {
    const bool isInterlaced = (block.at(from + 17) & 0x80) != 0;
    screen.widthPixels = block.at(from + 2) | (block.at(from + 4) & 0xF0) << 4;
    screen.heightPixels = (block.at(from + 5) | (block.at(from + 7) & 0xF0) << 4) * (isInterlaced ? 2 : 1);
    readSize(screen, block.at(from + 12) | (block.at(from + 14) & 0xF0) << 4,
             block.at(from + 13) | (block.at(from + 14) & 0x0F) << 8);
}

std::string eightDigits(std::uint32_t number) {
    std::array<char, 9> digits{};
    std::snprintf(digits.data(), digits.size(), "%08x", number);
    return digits.data();
}

/// Acer prints on its labels the text's first eight signs, the number in hexadecimal, and the text's last
/// four.
std::string labelSerial(const std::string& maker, std::string_view text, std::uint32_t number) {
    constexpr std::size_t acers = 12;
    if (maker != "ACR" || text.size() != acers) return std::string(text);
    return std::string(text.substr(0, 8)) + eightDigits(number) + std::string(text.substr(8));
}

/// The number counts where there is no text, unless it is a filler: 01010101 in bytes, as many have it.
std::optional<std::string> serialOf(const Block& block, const std::string& maker) {
    constexpr int serialText = 0xFF;
    constexpr std::uint32_t filler = 0x01010101;
    const std::uint32_t number = numberOf(block);
    if (const auto texts = textsOf(block, serialText); !texts.empty() && !texts[0].empty())
        return identityIn(labelSerial(maker, texts[0], number));
    return number == filler ? std::nullopt : identityIn(std::to_string(number));
}

/// A long name goes on in a second text. Panels of laptops have none: of their other texts the last is the
/// type.
std::string modelOf(const Block& block) {
    constexpr int nameText = 0xFC;
    constexpr int otherText = 0xFE;
    std::string name;
    for (const std::string& part : textsOf(block, nameText))
        name += (name.empty() ? "" : " ") + part;
    const auto others = textsOf(block, otherText);
    if (nameIn(name).empty() && !others.empty()) name = others.back();
    return nameIn(name);
}

}  // namespace

domain::Outcome<Screen> readEdid(std::string_view bytes) {
    const Block block(bytes);
    if (!block.isWhole()) return domain::Refusal(domain::refusals::reportField, {{"field", "EDID"}});
    Screen screen;
    const std::string maker = threeLetters(block);
    screen.maker = screenMakerNamed(maker);
    screen.model = modelOf(block);
    screen.serial = serialOf(block, maker);
    screen.year = yearOf(block);
    if (isTiming(block, descriptors[0])) readTiming(screen, block, descriptors[0]);
    readSize(screen, block.at(21) * 10, block.at(22) * 10);
    return screen;
}

}  // namespace remise::drivers::reports
