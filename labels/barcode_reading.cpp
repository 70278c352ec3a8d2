#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <algorithm>

#include "labels/barcode.h"
#include "labels/grey_picture.h"

namespace remise::labels {
namespace {

using ZXing::BarcodeFormat;
using ZXing::Binarizer;

/// What is found on our labels and on donated equipment. The kinds left out (ITF, Codabar, …) have little
/// redundancy and turn edges of furniture into texts.
constexpr auto kinds = {BarcodeFormat::QRCode, BarcodeFormat::Code128, BarcodeFormat::DataMatrix,
                        BarcodeFormat::Code39, BarcodeFormat::EAN13,   BarcodeFormat::UPCA};

/// Above this width (a full HD camera) even small labels have pixels to spare, and half the size reads
/// better.
constexpr int wideFrom = 1000;

ZXing::DecodeHints hints(Binarizer binarizer) {
    ZXing::BarcodeFormats formats;
    for (const BarcodeFormat kind : kinds)
        formats |= kind;
    return ZXing::DecodeHints().setFormats(formats).setBinarizer(binarizer);
}

/// ZXing takes an EAN-13 that begins with 0 for a UPC-A; the digits printed below it are those of the EAN-13.
Barcode asPrinted(const ZXing::Result& result) {
    if (result.format() == BarcodeFormat::UPCA && result.text().size() == 12)
        return {ZXing::ToString(BarcodeFormat::EAN13), "0" + result.text()};
    return {ZXing::ToString(result.format()), result.text()};
}

void look(const GreyPicture& picture, Binarizer binarizer, std::vector<Barcode>& found) {
    if (picture.levels.empty()) return;
    const ZXing::ImageView view(picture.levels.data(), picture.width, picture.height,
                                ZXing::ImageFormat::Lum);
    for (const ZXing::Result& result : ZXing::ReadBarcodes(view, hints(binarizer))) {
        if (!result.isValid()) continue;
        const Barcode barcode = asPrinted(result);
        if (std::find(found.begin(), found.end(), barcode) == found.end()) found.push_back(barcode);
    }
}

}  // namespace

std::vector<Barcode> readBarcodes(const GreyPicture& picture) {
    const bool wide = picture.width > wideFrom;
    const GreyPicture base = wide ? halved(picture) : picture;
    std::vector<Barcode> found;
    look(base, Binarizer::LocalAverage, found);
    look(halved(base), Binarizer::LocalAverage, found);
    if (!found.empty()) return found;
    const GreyPicture smooth = smoothed(base);
    look(smooth, Binarizer::LocalAverage, found);
    if (found.empty()) look(smooth, Binarizer::GlobalHistogram, found);
    if (found.empty()) look(turnedByAnEighth(smooth), Binarizer::LocalAverage, found);
    if (found.empty() && wide) look(picture, Binarizer::LocalAverage, found);
    return found;
}

}  // namespace remise::labels
