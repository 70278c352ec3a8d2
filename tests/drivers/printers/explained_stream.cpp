#include "tests/drivers/printers/explained_stream.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace remise::test {
namespace {

using namespace std::string_view_literals;

/// A command by how it begins, how many bytes of parameters it has, and what it means.
struct Kind {
    std::string_view begins;
    std::size_t parameters;
    std::string_view meaning;
};

const std::vector<Kind> brotherQl{
    {"\x1b@"sv, 0, "ESC @: initialise"},
    {"\x1bia"sv, 1, "ESC i a: raster mode"},
    {"\x1bi!"sv, 1, "ESC i !: tell on your own how printing goes"},
    {"\x1biz"sv, 10, "ESC i z: valid fields, kind of roll, width mm, length mm, rows (4 bytes), first page"},
    {"\x1biM"sv, 1, "ESC i M: cut automatically"},
    {"\x1biA"sv, 1, "ESC i A: after each label"},
    {"\x1biK"sv, 1, "ESC i K: cut at the end"},
    {"\x1bid"sv, 2, "ESC i d: margin in dots"},
    {"M"sv, 1, "M: rows are packed (TIFF PackBits)"},
    {"Z"sv, 0, "Z: a white row"},
    {"\x1a"sv, 0, "print, and feed out"},
};
const std::vector<Kind> escpos{
    {"\x1b@"sv, 0, "ESC @: initialise"},
    {"\x1b\x64"sv, 1, "ESC d: feed lines"},
    {"\x1dVB"sv, 1, "GS V B: feed to the cutter and cut"},
};

std::string hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find_first_not_of(bytes[at], at), bytes.size());
        const auto byte = static_cast<unsigned char>(bytes[at]);
        text += {' ', digits[byte >> 4], digits[byte & 15]};
        if (end - at > 1) text += "*" + std::to_string(end - at);
        at = end;
    }
    return text.substr(std::min<std::size_t>(text.size(), 1));
}

/// Lines that stand several times in a row become one.
std::string folded(const std::vector<std::string>& lines) {
    std::string text;
    for (auto line = lines.begin(); line != lines.end();) {
        const auto end =
            std::find_if(line, lines.end(), [&](const std::string& other) { return other != *line; });
        if (end - line > 1) text += std::to_string(end - line) + "x ";
        text += *line + "\n";
        line = end;
    }
    return text;
}

const Kind* kindOf(std::string_view rest, const std::vector<Kind>& kinds) {
    const auto found =
        std::ranges::find_if(kinds, [&](const Kind& kind) { return rest.starts_with(kind.begins); });
    return found == kinds.end() ? nullptr : &*found;
}

std::string line(std::string_view bytes, std::string_view meaning) {
    return hex(bytes) + "  # " + std::string(meaning);
}

std::size_t byteAt(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes.at(at));
}

}  // namespace

std::string explainedBrotherQl(std::string_view stream) {
    std::vector<std::string> lines;
    while (!stream.empty()) {
        std::size_t size = 1;
        if (const Kind* kind = kindOf(stream, brotherQl)) {
            size = kind->begins.size() + kind->parameters;
            lines.push_back(line(stream.substr(0, size), kind->meaning));
        } else if (stream.starts_with('\0')) {
            size = stream.find_first_not_of('\0');
            lines.push_back(line(stream.substr(0, size), "NUL: ends whatever was cut off before"));
        } else if (stream.starts_with("g\0"sv)) {
            size = 3 + byteAt(stream, 2);
            lines.push_back(line(stream.substr(0, size), "g: a row, the first bit at the right"));
        } else {
            throw std::runtime_error("not explained: " + hex(stream.substr(0, 8)));
        }
        stream.remove_prefix(size);
    }
    return folded(lines);
}

std::string explainedEscpos(std::string_view stream) {
    std::vector<std::string> lines;
    while (!stream.empty()) {
        if (const Kind* kind = kindOf(stream, escpos)) {
            const std::size_t size = kind->begins.size() + kind->parameters;
            lines.push_back(line(stream.substr(0, size), kind->meaning));
            stream.remove_prefix(size);
        } else if (stream.starts_with("\x1dv0"sv)) {
            const std::size_t perRow = byteAt(stream, 4) + 256 * byteAt(stream, 5);
            const std::size_t rows = byteAt(stream, 6) + 256 * byteAt(stream, 7);
            lines.push_back(
                line(stream.substr(0, 8), "GS v 0: a picture; bytes in a row, rows (2 bytes each)"));
            for (std::size_t row = 0; row < rows; ++row)
                lines.push_back(line(stream.substr(8 + row * perRow, perRow), "a row"));
            stream.remove_prefix(8 + rows * perRow);
        } else {
            throw std::runtime_error("not explained: " + hex(stream.substr(0, 8)));
        }
    }
    return folded(lines);
}

}  // namespace remise::test
