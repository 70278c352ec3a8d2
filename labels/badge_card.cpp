#include "labels/badge_card.h"

#include "labels/barcode.h"
#include "labels/text.h"

namespace remise::labels {
namespace {

constexpr Dots margin = 24;
constexpr Dots qrSide = 264;
constexpr Dots barModule = 2;
constexpr Dots barHeight = 88;
constexpr TextStyle nameStyle{.largest = 96, .smallest = 36, .lines = 2, .weight = Weight::bold};

}  // namespace

Bitmap drawBadgeCard(const BadgeCard& badge) {
    Bitmap picture(fromMillimetres({85.6}, dpi203), fromMillimetres({54}, dpi203));
    const Bitmap qr = drawLargestQr(badge.code, qrSide);
    const Dots qrX = picture.width() - margin - qr.width();
    picture.draw(qr, qrX, margin);
    const std::string firstName = badge.name.substr(0, badge.name.find(' '));
    drawText(picture, {2 * margin, margin, qrX - 2 * margin, qr.height()}, firstName, nameStyle);

    const Bitmap bars = drawCode128(badge.code, barModule, barHeight);
    picture.draw(bars, (picture.width() - bars.width()) / 2, picture.height() - margin - barHeight);
    return picture;
}

}  // namespace remise::labels
