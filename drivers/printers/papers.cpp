#include "drivers/printers/papers.h"

#include <algorithm>
#include <cmath>

#include "drivers/printers/brother_ql/media.h"
#include "drivers/printers/models.h"

namespace remise::drivers {
namespace {

/// Desktop label printers' heads are 4 inches wide; a receipt's margins are not printed on.
constexpr double fourInches = 104;
constexpr int usualRoll = 62;

bool isAbout(int paper, double label) {
    constexpr double cutTolerance = 3;  // 100x150 is sold as 102x152
    return std::abs(paper - label) <= cutTolerance;
}

Fit onRolls(const brother_ql::Model& model, double width, double height) {
    const int widest = model.head.bytesPerRow == brother_ql::narrow.bytesPerRow ? usualRoll : 102;
    const auto takes = [&](const brother_ql::Medium& roll, double across, double along) {
        const bool isLong = roll.type == brother_ql::MediaType::endless || isAbout(roll.lengthMm, along);
        return roll.widthMm <= widest && isAbout(roll.widthMm, across) && isLong;
    };
    if (isAbout(usualRoll, width)) return Fit::usual;
    const bool fits = std::ranges::any_of(brother_ql::media(), [&](const brother_ql::Medium& roll) {
        return takes(roll, width, height) || takes(roll, height, width);
    });
    return fits ? Fit::possible : Fit::never;
}

Fit within(double head, double width) {
    return width <= head ? Fit::usual : Fit::never;
}

}  // namespace

Fit fitOf(const PrinterIdentity& printer, labels::Millimetres width, labels::Millimetres height) {
    if (printer.language == "virtual") return Fit::usual;
    if (printer.language == "zpl") return within(fourInches, width.value);
    const auto model =
        modelOf({.maker = {}, .model = printer.model, .commands = printer.language, .serial = {}}, 0, 0);
    if (!model) return Fit::never;
    if (const auto* ql = std::get_if<brother_ql::Model>(&model->language))
        return onRolls(*ql, width.value, height.value);
    if (const auto* receipt = std::get_if<escpos::Model>(&model->language))
        return within(receipt->headWidth / printer.resolution.dotsPerMillimetre, width.value);
    return Fit::never;
}

}  // namespace remise::drivers
