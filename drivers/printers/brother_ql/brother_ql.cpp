#include "drivers/printers/brother_ql/brother_ql.h"

#include <cassert>

#include "drivers/printers/brother_ql/pack_bits.h"

namespace remise::drivers::brother_ql {
namespace {

using labels::Bitmap;
using labels::Dots;
using namespace std::string_literals;

std::string command(std::string name, std::initializer_list<int> parameters) {
    for (const int parameter : parameters)
        name += static_cast<char>(parameter);
    return name;
}

/// ESC i z: which roll must be in (checked by the printer before it moves anything), how many rows come.
std::string printInformation(const Medium& medium, Dots rows) {
    constexpr int type = 0x02, width = 0x04, length = 0x08, quality = 0x40, recovery = 0x80;
    return command("\x1biz", {type | width | length | quality | recovery, static_cast<int>(medium.type),
                              medium.widthMm, medium.lengthMm, rows & 0xff, rows >> 8 & 0xff,
                              rows >> 16 & 0xff, rows >> 24 & 0xff, 0, 0});
}

std::string settings(const Medium& medium, const Model& model, Dots rows) {
    constexpr Dots endlessMargin = 35;
    std::string out;
    if (model.modes != Modes::onlyRaster) out += command("\x1bia", {1});
    if (model.modes == Modes::chosenAndTold) out += command("\x1bi!", {0});
    out += printInformation(medium, rows);
    if (model.cutter == Cutter::cuts) {
        constexpr int automatically = 0x40, atTheEnd = 0x08;
        out += command("\x1biM", {automatically});
        out += command("\x1biA", {1});
        out += command("\x1biK", {atTheEnd});
    }
    out += command("\x1bid", {medium.type == MediaType::endless ? endlessMargin : 0, 0});
    if (model.packing == Packing::packBits) out += command("M", {2});
    return out;
}

/// The first bit is the head's right end: a row goes mirrored.
std::string pinsOf(const Bitmap& picture, Dots y, Dots offset, const Head& head) {
    std::string pins(static_cast<std::size_t>(head.bytesPerRow), '\0');
    for (Dots x = 0; x < picture.width(); ++x) {
        if (!picture.isBlack(x, y)) continue;
        const Dots pin = offset + picture.width() - 1 - x;
        pins[static_cast<std::size_t>(pin / 8)] |= static_cast<char>(0x80 >> pin % 8);
    }
    return pins;
}

std::string rowOf(const std::string& pins, Packing packing) {
    if (packing == Packing::none) return command("g", {0, static_cast<int>(pins.size())}) + pins;
    if (pins.find_first_not_of('\0') == std::string::npos) return "Z";
    const std::string packed = packBits(pins);
    return command("g", {0, static_cast<int>(packed.size())}) + packed;
}

}  // namespace

std::string beginning(const Model& model) {
    return std::string(static_cast<std::size_t>(model.invalidBytes), '\0') + "\x1b@";
}

Stream encode(const Bitmap& printable, const Medium& medium, const Model& model) {
    const Dots offset = model.head.offset + medium.offset;
    assert(printable.width() == medium.printableWidth);
    assert(offset + printable.width() <= model.head.bytesPerRow * 8);
    Stream stream{settings(medium, model, printable.height()), {}, "\x1a"};
    for (Dots y = 0; y < printable.height(); ++y)
        stream.picture += rowOf(pinsOf(printable, y, offset, model.head), model.packing);
    return stream;
}

}  // namespace remise::drivers::brother_ql
