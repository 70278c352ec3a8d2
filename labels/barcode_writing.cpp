#define ZX_USE_UTF8 1
#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <qrencode.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <stdexcept>
#include <system_error>

#include "labels/barcode.h"

namespace remise::labels {
namespace {

constexpr int qrQuietZone = 4;
constexpr int code128QuietZone = 10;
constexpr std::size_t mostQrBytes = 2331;    // ISO/IEC 18004: version 40 with error correction M
constexpr const char* zxingFnc1 = "\u00f1";  // what ZXing's writer takes for FNC1
constexpr unsigned utf8 = 26;                // its number among the character sets (AIM ITS/04-023)

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

/// One pixel a module, no quiet zone.
ZXing::BitMatrix code128Of(const std::string& text) {
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::Code128);
    try {
        return writer.setMargin(0).setEncoding(ZXing::CharacterSet::UTF8).encode(text, 0, 0);
    } catch (const std::exception& error) {
        throw std::runtime_error("cannot write " + text + " as a Code 128: " + error.what());
    }
}

using QrInput = std::unique_ptr<QRinput, decltype(&QRinput_free)>;
using QrModules = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

/// libqrencode writes a QR in a third of the time that ZXing takes.
QrModules qrOf(std::string_view text) {
    const QrInput input(QRinput_new2(0, QR_ECLEVEL_M), QRinput_free);
    // Naming the character set adds a header that simple scanners type out as "\000026": only where it is
    // needed.
    const bool isSaid = isAscii(text) || QRinput_appendECIheader(input.get(), utf8) == 0;
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    QrModules modules(nullptr, QRcode_free);
    if (isSaid && QRinput_append(input.get(), QR_MODE_8, static_cast<int>(text.size()), bytes) == 0)
        modules.reset(QRcode_encodeInput(input.get()));
    if (!modules)
        throw std::system_error(errno, std::generic_category(),
                                "cannot write " + std::to_string(text.size()) + " bytes as a QR");
    return modules;
}

bool isBlack(const QRcode& modules, int x, int y) {
    return (modules.data[y * modules.width + x] & 1) != 0;
}

Bitmap enlargedQr(const QRcode& modules, Dots module) {
    const Dots side = (modules.width + 2 * qrQuietZone) * module;
    Bitmap picture(side, side);
    for (int y = 0; y < modules.width; ++y)
        for (int x = 0; x < modules.width; ++x)
            if (isBlack(modules, x, y))
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
    return enlargedQr(*qrOf(text), module);
}

std::optional<Bitmap> largestQr(std::string_view text, Dots side, Dots narrowest) {
    if (text.size() > mostQrBytes) return {};
    const QrModules modules = qrOf(text);
    const Dots module = side / (modules->width + 2 * qrQuietZone);
    if (module < narrowest) return {};
    return enlargedQr(*modules, module);
}

Bitmap drawCode128(std::string_view text, Dots module, Dots height) {
    return enlargedBars(code128Of(std::string(text)), module, height);
}

std::optional<Bitmap> widestCode128(Code128 kind, std::string_view text, Room room, Dots narrowest) {
    const std::string start = kind == Code128::gs1 ? zxingFnc1 : "";
    const ZXing::BitMatrix modules = code128Of(start + std::string(text));
    const Dots module = room.width / (modules.width() + 2 * code128QuietZone);
    if (module < narrowest) return {};
    return enlargedBars(modules, module, room.height);
}

}  // namespace remise::labels
