#include "drivers/printers/zpl/zpl_decoder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "drivers/printers/in_words.h"
#include "drivers/printers/stream_reader.h"

namespace remise::drivers::zpl {
namespace {

using labels::Bitmap;
using labels::Dots;

constexpr int longestSide = 32000;  ///< longer than any label

/// The dots that a stream may ask for in all, pictures and labels alike, so that what comes of a few bytes
/// still fits into memory.
class Allowance {
public:
    /// Before they get memory.
    void take(std::size_t width, std::size_t height, std::size_t at) {
        if (width * height > m_left) throw StreamError("more dots than any roll has", at);
        m_left -= width * height;
    }

private:
    std::size_t m_left = std::size_t{512} << 20;
};

/// `^XX` or `~XX` and what stands behind it until the next one.
struct Command {
    std::string_view name;
    std::string_view parameters;
    std::size_t at;
};

Command nextCommand(StreamReader& stream) {
    const std::size_t at = stream.at();
    const std::string_view name = stream.take(3);
    if (name[0] != '^' && name[0] != '~') throw StreamError("no command of ZPL", at);
    const std::string_view left = stream.left();
    return {name, stream.take(std::min(left.find_first_of("^~"), left.size())), at};
}

/// The number at the beginning of the parameters, which goes away with the comma behind it.
int number(std::string_view& parameters, const Command& command) {
    int value = 0;
    const auto [end, error] =
        std::from_chars(parameters.data(), parameters.data() + parameters.size(), value);
    if (error != std::errc() || value < 0) throw StreamError("a number is missing", command.at);
    parameters.remove_prefix(static_cast<std::size_t>(end - parameters.data()));
    if (parameters.starts_with(',')) parameters.remove_prefix(1);
    return value;
}

Dots side(const Command& command) {
    std::string_view parameters = command.parameters;
    const int value = number(parameters, command);
    if (value == 0 || value > longestSide) throw StreamError("a length that no label has", command.at);
    return value;
}

/// Expands the alternative data compression of ^GF into plain hexadecimal digits, `rowDigits` a row.
std::string expanded(std::string_view data, std::size_t rowDigits, std::size_t allDigits, std::size_t at) {
    std::string hex;
    std::size_t repeats = 0;
    for (const char c : data) {
        const std::size_t inRow = hex.size() % rowDigits;
        if (c >= 'G' && c <= 'Y') {
            repeats += static_cast<std::size_t>(c - 'G' + 1);
        } else if (c >= 'g' && c <= 'z') {
            repeats += static_cast<std::size_t>(c - 'g' + 1) * 20;
        } else if (c == ',' || c == '!') {
            hex.append(rowDigits - inRow, c == ',' ? '0' : 'F');
        } else if (c == ':' && inRow == 0 && hex.size() >= rowDigits) {
            hex.append(hex.substr(hex.size() - rowDigits));
        } else if (std::isxdigit(static_cast<unsigned char>(c)) != 0) {
            hex.append(std::max<std::size_t>(repeats, 1), c);
            repeats = 0;
        } else if (c != '\r' && c != '\n') {
            throw StreamError("a character that no picture has", at);
        }
        if (hex.size() > allDigits || repeats > allDigits)
            throw StreamError("more dots than were announced", at);
    }
    return hex;
}

int valueOf(char digit) {
    if (digit <= '9') return digit - '0';
    return (digit | 0x20) - 'a' + 10;
}

Bitmap pictureOf(const Command& command, Allowance& allowance) {
    std::string_view parameters = command.parameters;
    if (!parameters.starts_with("A,")) throw StreamError("a picture that is not in digits", command.at);
    parameters.remove_prefix(2);
    number(parameters, command);
    const auto bytes = static_cast<std::size_t>(number(parameters, command));
    const auto perRow = static_cast<std::size_t>(number(parameters, command));
    const bool isSound = perRow > 0 && perRow * 8 <= longestSide && bytes > 0 && bytes % perRow == 0 &&
                         bytes / perRow <= longestSide;
    if (!isSound) throw StreamError("a picture of a size that no label has", command.at);
    allowance.take(perRow * 8, bytes / perRow, command.at);
    const std::string hex = expanded(parameters, perRow * 2, bytes * 2, command.at);
    if (hex.size() != bytes * 2) throw StreamError("a picture with dots missing", command.at);
    Bitmap picture(static_cast<Dots>(perRow * 8), static_cast<Dots>(bytes / perRow));
    for (std::size_t n = 0; n < bytes; ++n)
        picture.blackenByte(static_cast<std::uint8_t>(valueOf(hex[n * 2]) << 4 | valueOf(hex[n * 2 + 1])),
                            static_cast<Dots>(n % perRow) * 8, static_cast<Dots>(n / perRow));
    return picture;
}

struct Placed {
    Bitmap picture;
    Dots x;
    Dots y;
};

/// What a format has said so far.
struct Format {
    std::optional<Dots> width;
    std::optional<Dots> length;
    Dots x = 0;
    Dots y = 0;
    std::vector<Placed> pictures;
};

/// Without ^PW or ^LL a label is as large as what is in it.
Bitmap drawn(const Format& format, Allowance& allowance, std::size_t at) {
    Dots width = 1, length = 1;
    for (const Placed& placed : format.pictures) {
        width = std::max(width, placed.x + placed.picture.width());
        length = std::max(length, placed.y + placed.picture.height());
    }
    width = format.width.value_or(width);
    length = format.length.value_or(length);
    allowance.take(static_cast<std::size_t>(width), static_cast<std::size_t>(length), at);
    Bitmap label(width, length);
    for (const Placed& placed : format.pictures)
        label.draw(placed.picture, placed.x, placed.y);
    return label;
}

void placeField(Format& format, const Command& command) {
    std::string_view parameters = command.parameters;
    format.x = number(parameters, command);
    format.y = number(parameters, command);
    if (format.x > longestSide || format.y > longestSide)
        throw StreamError("a place outside of any label", command.at);
}

void read(Format& format, const Command& command, Allowance& allowance) {
    constexpr std::array known{"^LH", "^LS", "^FS", "^PQ", "^FX"};
    if (command.name == "^PW")
        format.width = side(command);
    else if (command.name == "^LL")
        format.length = side(command);
    else if (command.name == "^FO")
        placeField(format, command);
    else if (command.name == "^GF")
        format.pictures.push_back({pictureOf(command, allowance), format.x, format.y});
    else if (std::ranges::find(known, command.name) == known.end())
        throw StreamError("not drawn here: " + inWords(command.name), command.at);
}

}  // namespace

std::vector<Bitmap> decode(std::string_view bytes) {
    StreamReader stream(bytes);
    std::vector<Bitmap> labels;
    std::optional<Format> format;
    Allowance allowance;
    while (!stream.atEnd()) {
        if (stream.takes("\n") || stream.takes("\r") || stream.takes(" ")) continue;
        const Command command = nextCommand(stream);
        if (command.name[0] == '~') continue;  // for the printer itself, puts nothing on paper
        if (command.name == "^XA") {
            format.emplace();
        } else if (!format) {
            throw StreamError("outside of a label: " + inWords(command.name), command.at);
        } else if (command.name == "^XZ") {
            labels.push_back(drawn(*format, allowance, command.at));
            format.reset();
        } else {
            read(*format, command, allowance);
        }
    }
    if (format) stream.fail("the last label does not end");
    return labels;
}

}  // namespace remise::drivers::zpl
