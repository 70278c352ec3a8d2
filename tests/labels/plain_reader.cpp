#include "tests/labels/plain_reader.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <algorithm>

namespace remise::test {

std::string plainlyRead(const labels::GreyPicture& picture) {
    const ZXing::ImageView view(picture.levels.data(), picture.width, picture.height,
                                ZXing::ImageFormat::Lum);
    const ZXing::Result result = ZXing::ReadBarcode(view, ZXing::DecodeHints());
    return result.isValid() ? result.text() : "";
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
