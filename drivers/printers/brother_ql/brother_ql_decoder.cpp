#include "drivers/printers/brother_ql/brother_ql_decoder.h"

#include <algorithm>

#include "drivers/printers/brother_ql/media.h"
#include "drivers/printers/brother_ql/pack_bits.h"
#include "drivers/printers/stream_reader.h"

namespace remise::drivers::brother_ql {
namespace {

using namespace std::string_view_literals;
using labels::Dots;

/// What the commands before a page have said of it.
struct Page {
    std::optional<Medium> medium;
    bool isPacked = false;
};

/// From the pins' order, which begins at the right, to the picture's.
std::string mirrored(std::string_view pins) {
    std::string row(pins.rbegin(), pins.rend());
    for (char& c : row) {
        unsigned turned = 0;
        for (unsigned bit = 0; bit < 8; ++bit)
            turned |= (static_cast<unsigned char>(c) >> bit & 1U) << (7 - bit);
        c = static_cast<char>(turned);
    }
    return row;
}

void readRow(StreamReader& stream, const Page& page, DecodedLabels& labels) {
    if (stream.byte() != 0) stream.fail("a row that does not begin with 0");
    const std::string_view sent = stream.take(stream.byte());
    constexpr std::size_t shortRow = narrow.bytesPerRow, longRow = wide.bytesPerRow;
    const auto pins = page.isPacked ? unpackBits(sent, longRow) : std::string(sent);
    if (!pins || (pins->size() != shortRow && pins->size() != longRow))
        stream.fail("a row that is neither 90 nor 162 bytes long");
    labels.addRow(mirrored(*pins), stream.at());
}

void endPage(DecodedLabels& labels, const Page& page) {
    const bool isWide = labels.rowBytes() == static_cast<std::size_t>(wide.bytesPerRow);
    const Head& head = isWide ? wide : narrow;
    const Dots pins = head.bytesPerRow * 8;
    const Dots right = page.medium ? head.offset + page.medium->offset + page.medium->printableWidth : 0;
    if (!page.medium || (labels.rowBytes() != 0 && right > pins)) return labels.end(0, pins);
    labels.end(std::max(0, pins - right), page.medium->printableWidth);
}

void readCommand(StreamReader& stream, Page& page) {
    switch (stream.byte()) {
        case 'z': {
            const std::string_view information = stream.take(10);
            const auto at = [&](std::size_t n) { return static_cast<unsigned char>(information[n]); };
            page.medium = mediumOf(static_cast<MediaType>(at(1)), at(2), at(3));
            return;
        }
        case 'd':
            stream.take(2);
            return;
        case 'a':
        case '!':
        case 'M':
        case 'A':
        case 'K':
            stream.take(1);
            return;
        case 'S':
            return;
        default:
            stream.fail("no raster command");
    }
}

}  // namespace

std::vector<labels::Bitmap> decode(std::string_view bytes) {
    StreamReader stream(bytes);
    DecodedLabels labels;
    Page page;
    while (!stream.atEnd()) {
        if (stream.takes("\x1bi"sv)) {
            readCommand(stream, page);
        } else if (stream.takes("\x1b@"sv)) {
            page = {};
        } else if (stream.takes("M"sv)) {
            page.isPacked = stream.byte() == 2;
        } else if (stream.takes("g"sv)) {
            readRow(stream, page, labels);
        } else if (stream.takes("Z"sv)) {
            labels.addWhiteRow(stream.at());
        } else if (stream.takes("\x1a"sv) || stream.takes("\x0c"sv)) {
            endPage(labels, page);
        } else if (!stream.takes("\0"sv)) {
            stream.fail("no raster command");
        }
    }
    endPage(labels, page);
    return labels.take();
}

}  // namespace remise::drivers::brother_ql
