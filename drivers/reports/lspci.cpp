#include "drivers/reports/lspci.h"

#include <algorithm>
#include <array>
#include <optional>

#include "drivers/reports/text_lines.h"

namespace remise::drivers::reports {

namespace {

constexpr std::array classes{std::string_view("VGA compatible controller"), std::string_view("3D controller"),
                             std::string_view("Display controller")};

/// As the list of PCI ids writes them. Whose maker is not here has it in the model's name.
constexpr std::array makers{std::string_view("Advanced Micro Devices, Inc. [AMD/ATI]"),
                            std::string_view("ASPEED Technology, Inc."),
                            std::string_view("Cirrus Logic"),
                            std::string_view("Intel Corporation"),
                            std::string_view("Matrox Electronics Systems Ltd."),
                            std::string_view("NVIDIA Corporation"),
                            std::string_view("Red Hat, Inc."),
                            std::string_view("S3 Graphics Ltd."),
                            std::string_view("Silicon Integrated Systems [SiS]"),
                            std::string_view("VIA Technologies, Inc."),
                            std::string_view("VMware")};

bool isHex(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// "00:02.0" or "0000:00:02.0" at the beginning; where it ends, or nothing.
std::optional<std::size_t> slotEnd(std::string_view line) {
    const auto space = line.find(' ');
    const std::string_view slot = line.substr(0, space);
    const bool hasDomain = slot.size() == 12 && slot[4] == ':' && isHex(slot.substr(0, 4));
    const std::string_view place = hasDomain ? slot.substr(5) : slot;
    if (place.size() != 7 || place[2] != ':' || place[5] != '.') return {};
    const bool isSlot = isHex(place.substr(0, 2)) && isHex(place.substr(3, 2)) && isHex(place.substr(6)) &&
                        space != line.npos;
    return isSlot ? std::optional(space + 1) : std::nullopt;
}

/// Without "(rev a1) (prog-if 00 [VGA controller])" and the numbers of `-nn`.
std::string_view withoutTail(std::string_view text) {
    text = text.substr(0, text.find(" (rev "));
    text = text.substr(0, text.find(" (prog-if"));
    const auto open = text.rfind(" [");
    const bool hasNumbers = open != text.npos && text.size() - open == 12 && text[open + 6] == ':' &&
                            isHex(text.substr(open + 2, 4)) && isHex(text.substr(open + 7, 4));
    return hasNumbers ? text.substr(0, open) : text;
}

Graphics graphicsOf(std::string_view text) {
    text = withoutTail(text);
    for (const std::string_view maker : makers)
        if (text.starts_with(maker)) return {nameIn(maker), nameIn(text.substr(maker.size()))};
    return {"", nameIn(text)};
}

}  // namespace

std::vector<Graphics> readLspci(std::string_view text) {
    constexpr std::size_t most = 64;
    std::vector<Graphics> cards;
    for (std::string_view line : linesOf(text)) {
        const auto begin = slotEnd(line);
        const auto field = fieldOf(begin ? line.substr(*begin) : std::string_view());
        if (!field || cards.size() == most) continue;
        const auto isCard = [&](std::string_view kind) { return field->key.starts_with(kind); };
        if (std::none_of(classes.begin(), classes.end(), isCard)) continue;
        Graphics card = graphicsOf(field->value);
        const bool isSecond = field->key.starts_with("Display controller") && !cards.empty() &&
                              cards.back().model == card.model;
        if (!isSecond && !card.model.empty()) cards.push_back(std::move(card));
    }
    return cards;
}

bool isLspci(std::string_view text) {
    const auto lines = linesOf(text.substr(0, 400));
    return std::any_of(lines.begin(), lines.end(), [](std::string_view line) { return slotEnd(line); });
}

}  // namespace remise::drivers::reports
