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
constexpr std::size_t mostQrBytes = 2331;    // ISO/IEC 18004: version 40 with error correction M
constexpr const char* zxingFnc1 = "\u00f1";  // what ZXing's writer takes for FNC1
constexpr int eccMedium = 4;                 // ZXing's own scale of 0 to 8: 3 and 4 are QR's level M

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

Bitmap enlargedBars(const ZXing::BitMatrix& modules, Dots module, Dots height) {
    Bitmap picture((modules.width() + 2 * code128QuietZone) * module, height);
    for (int x = 0; x < modules.width(); ++x)
        if (modules.get(x, 0)) picture.blacken({(x + code128QuietZone) * module, 0, module, height});
    return picture;
}

}  // namespace

Bitmap drawQr(std::string_view text, Dots module) {
    return enlargedQr(modulesOf(ZXing::BarcodeFormat::QRCode, text), module);
}

std::optional<Bitmap> largestQr(std::string_view text, Dots side, Dots narrowest) {
    if (text.size() > mostQrBytes) return {};
    const ZXing::BitMatrix modules = modulesOf(ZXing::BarcodeFormat::QRCode, text);
    const Dots module = side / (modules.width() + 2 * qrQuietZone);
    if (module < narrowest) return {};
    return enlargedQr(modules, module);
}

Bitmap drawCode128(std::string_view text, Dots module, Dots height) {
    return enlargedBars(modulesOf(ZXing::BarcodeFormat::Code128, text), module, height);
}

std::optional<Bitmap> widestCode128(Code128 kind, std::string_view text, Room room, Dots narrowest) {
    const std::string start = kind == Code128::gs1 ? zxingFnc1 : "";
    const ZXing::BitMatrix modules = modulesOf(ZXing::BarcodeFormat::Code128, start + std::string(text));
    const Dots module = room.width / (modules.width() + 2 * code128QuietZone);
    if (module < narrowest) return {};
    return enlargedBars(modules, module, room.height);
}

}  // namespace remise::labels
