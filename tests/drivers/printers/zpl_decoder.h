#pragma once

#include <regex>
#include <stdexcept>
#include <string>

#include "labels/bitmap.h"

namespace remise::test {

/// Expands ZPL's alternative data compression into plain hexadecimal digits, `rowDigits` a row. Written from
/// the manual, not from the encoder.
inline std::string expandedGraphic(std::string_view data, std::size_t rowDigits) {
    std::string hex;
    std::size_t repeats = 0;
    for (const char c : data) {
        const std::size_t inRow = hex.size() % rowDigits;
        if (c >= 'G' && c <= 'Y')
            repeats += static_cast<std::size_t>(c - 'G' + 1);
        else if (c >= 'g' && c <= 'z')
            repeats += static_cast<std::size_t>(c - 'g' + 1) * 20;
        else if (c == ',' || c == '!')
            hex.append(rowDigits - inRow, c == ',' ? '0' : 'F');
        else if (c == ':' && inRow == 0 && hex.size() >= rowDigits)
            hex.append(hex.substr(hex.size() - rowDigits));
        else if (std::isxdigit(static_cast<unsigned char>(c)) != 0) {
            hex.append(repeats == 0 ? 1 : repeats, c);
            repeats = 0;
        } else {
            throw std::runtime_error(std::string("unexpected \"") + c + "\" in the graphic");
        }
    }
    return hex;
}

/// The picture in one label of ours; throws on anything but the commands we send.
inline labels::Bitmap decodedZpl(const std::string& bytes) {
    static const std::regex form(
        R"(\^XA\n\^PW(\d+)\^LL(\d+)\^LH0,0\^LS0\n\^FO0,0\^GFA,(\d+),\3,(\d+),([^^~]*)\^FS\n\^PQ1\n\^XZ\n)");
    // std::regex recurses once a character in a long [^^~]*: match the head and tail around the graphic.
    const std::size_t comma =
        bytes.find(',', bytes.find(',', bytes.find(',', bytes.find("^GFA,") + 5) + 1) + 1);
    const std::size_t end = bytes.find("^FS");
    if (comma == std::string::npos || end == std::string::npos)
        throw std::runtime_error("no graphic in the label");
    const std::string data = bytes.substr(comma + 1, end - comma - 1);
    const std::string frame = bytes.substr(0, comma + 1) + bytes.substr(end);
    std::smatch parts;
    if (data.find_first_of("^~") != std::string::npos || !std::regex_match(frame, parts, form))
        throw std::runtime_error("not one of our labels: " + frame);

    labels::Bitmap bitmap(std::stoi(parts[1]), std::stoi(parts[2]));
    const std::size_t rowDigits = std::stoul(parts[4]) * 2;
    const std::string hex = expandedGraphic(data, rowDigits);
    if (hex.size() != std::stoul(parts[3]) * 2 ||
        hex.size() != rowDigits * static_cast<std::size_t>(bitmap.height()))
        throw std::runtime_error("the graphic has " + std::to_string(hex.size()) + " digits");
    for (labels::Dots y = 0; y < bitmap.height(); ++y)
        for (labels::Dots x = 0; x < bitmap.width(); ++x) {
            const char digit = hex[static_cast<std::size_t>(y) * rowDigits + static_cast<std::size_t>(x / 4)];
            if ((std::stoi(std::string(1, digit), nullptr, 16) >> (3 - x % 4) & 1) != 0) bitmap.blacken(x, y);
        }
    return bitmap;
}

}  // namespace remise::test
