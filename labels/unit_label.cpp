#include "labels/unit_label.h"

#include "labels/barcode.h"
#include "labels/text.h"

namespace remise::labels {
namespace {

// A label roll wanders by up to a millimetre: only the QR code's own quiet zone comes nearer to the edge.
constexpr Dots margin = 10;
constexpr Dots codeHeight = 116;
constexpr Dots gap = 12;
constexpr TextStyle codeStyle{
    .largest = 78, .smallest = 20, .lines = 2, .lineSpacing = 0.78, .weight = Weight::bold};
constexpr TextStyle modelStyle{
    .largest = 24, .smallest = 18, .lines = 2, .lineSpacing = 0.9, .down = Down::bottom};

/// "BCDF GHJR": eyes and voices keep four letters at a time. The blank is also where the line breaks.
std::string inGroups(std::string_view code) {
    return std::string(code.substr(0, 4)) + " " + std::string(code.substr(4));
}

}  // namespace

std::string addressOf(const UnitLabel& label) {
    std::string base = label.publicUrl;
    while (base.ends_with('/'))
        base.pop_back();
    return base + "/u/" + label.code;
}

Bitmap drawUnitLabel(const UnitLabel& label) {
    Bitmap picture(fromMillimetres({50}, dpi203), fromMillimetres({25}, dpi203));
    const Bitmap qr = drawLargestQr(addressOf(label), picture.height());
    picture.draw(qr, 0, (picture.height() - qr.height()) / 2);

    const Box beside{qr.width(), margin, picture.width() - qr.width() - margin,
                     picture.height() - 2 * margin};
    if (label.text.empty()) {
        drawText(picture, beside, inGroups(label.code), codeStyle);
        return picture;
    }
    drawText(picture, {beside.x, beside.y, beside.width, codeHeight}, inGroups(label.code), codeStyle);
    const Dots modelY = beside.y + codeHeight + gap;
    drawText(picture, {beside.x, modelY, beside.width, beside.bottom() - modelY}, label.text, modelStyle);
    return picture;
}

}  // namespace remise::labels
