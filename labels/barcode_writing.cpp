#define ZX_USE_UTF8 1
#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <stdexcept>

#include "labels/barcode.h"

namespace remise::labels {
namespace {

constexpr int qrQuietZone = 4;
constexpr int code128QuietZone = 10;
constexpr int eccMedium = 4;  // ZXing's own scale of 0 to 8: 3 and 4 are QR's level M

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

/// One pixel a module, no quiet zone.
ZXing::BitMatrix modulesOf(ZXing::BarcodeFormat format, std::string_view text) {
    ZXing::MultiFormatWriter writer(format);
    writer.setMargin(0).setEccLevel(eccMedium);
    // Naming the character set adds a header that simple scanners type out as "\000026": only where it is
    // needed.
    if (!isAscii(text)) writer.setEncoding(ZXing::CharacterSet::UTF8);
    try {
        return writer.encode(std::string(text), 0, 0);
    } catch (const std::exception& error) {
        throw std::runtime_error("Cannot write " + std::to_string(text.size()) + " bytes as " +
                                 ZXing::ToString(format) + ": " + error.what());
    }
}

Bitmap enlargedQr(const ZXing::BitMatrix& modules, Dots module) {
    const Dots side = (modules.width() + 2 * qrQuietZone) * module;
    Bitmap picture(side, side);
    for (int y = 0; y < modules.height(); ++y)
        for (int x = 0; x < modules.width(); ++x)
            if (modules.get(x, y))
                picture.blacken({(x + qrQuietZone) * module, (y + qrQuietZone) * module, module, module});
    return picture;
}

}  // namespace

Bitmap drawQr(std::string_view text, Dots module) {
    return enlargedQr(modulesOf(ZXing::BarcodeFormat::QRCode, text), module);
}

Bitmap drawLargestQr(std::string_view text, Dots side) {
    const ZXing::BitMatrix modules = modulesOf(ZXing::BarcodeFormat::QRCode, text);
    const Dots module = side / (modules.width() + 2 * qrQuietZone);
    if (module < narrowestModule)
        throw std::runtime_error("Cannot draw a readable QR code of " + std::to_string(text.size()) +
                                 " bytes within " + std::to_string(side) + " dots");
    return enlargedQr(modules, module);
}

Bitmap drawCode128(std::string_view text, Dots module, Dots height) {
    const ZXing::BitMatrix modules = modulesOf(ZXing::BarcodeFormat::Code128, text);
    Bitmap picture((modules.width() + 2 * code128QuietZone) * module, height);
    for (int x = 0; x < modules.width(); ++x)
        if (modules.get(x, 0)) picture.blacken({(x + code128QuietZone) * module, 0, module, height});
    return picture;
}

}  // namespace remise::labels
