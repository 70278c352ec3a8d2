#include "tests/labels/plain_reader.h"

#define ZX_USE_UTF8 1
#include <ZXing/BarcodeFormat.h>
#include <ZXing/ReadBarcode.h>

#include <algorithm>

namespace remise::test {

namespace {

ZXing::ImageView viewOf(const labels::GreyPicture& picture) {
    return {picture.levels.data(), picture.width, picture.height, ZXing::ImageFormat::Lum};
}

}  // namespace

std::string plainlyRead(const labels::GreyPicture& picture) {
    const ZXing::Result result = ZXing::ReadBarcode(viewOf(picture), ZXing::DecodeHints());
    return result.isValid() ? result.text() : "";
}

std::vector<PlainlyRead> allPlainlyRead(const labels::GreyPicture& picture) {
    // Its version 1.4 ends in an assertion when bars are found in a smaller copy once more.
    const ZXing::DecodeHints hints =
        ZXing::DecodeHints()
            .setFormats(ZXing::BarcodeFormat::QRCode | ZXing::BarcodeFormat::Code128)
            .setTryDownscale(false)
            .setTryRotate(false);
    std::vector<PlainlyRead> all;
    for (const ZXing::Result& result : ZXing::ReadBarcodes(viewOf(picture), hints))
        all.push_back({ZXing::ToString(result.format()), result.text(), result.symbologyIdentifier()});
    return all;
}

void Score::count(const std::string& text, std::span<const labels::Barcode> found,
                  const std::string& plainly) {
    const auto isIt = [&](const labels::Barcode& code) { return code.text == text; };
    ++pictures;
    if (plainly == text) ++plain;
    if (std::any_of(found.begin(), found.end(), isIt)) ++ours;
    for (const labels::Barcode& code : found)
        if (!isIt(code)) wrong.push_back(code.kind + " " + code.text + " for " + text);
}

}  // namespace remise::test
