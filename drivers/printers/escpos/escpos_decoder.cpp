#include "drivers/printers/escpos/escpos_decoder.h"

#include "drivers/printers/stream_reader.h"

namespace remise::drivers::escpos {
namespace {

using namespace std::string_view_literals;

void readBand(StreamReader& stream, DecodedLabels& labels) {
    const std::size_t bytesPerRow = stream.number();
    const std::size_t rows = stream.number();
    if (bytesPerRow == 0 || rows == 0) stream.fail("a picture without dots");
    for (std::size_t row = 0; row < rows; ++row)
        labels.addRow(std::string(stream.take(bytesPerRow)), stream.at());
}

void endLabel(DecodedLabels& labels) {
    labels.end(0, static_cast<labels::Dots>(labels.rowBytes() * 8));
}

/// GS V: 0 and 1 cut here, 65 and 66 feed first by what a further byte says.
void skipCut(StreamReader& stream) {
    const std::uint8_t kind = stream.byte();
    if (kind == 65 || kind == 66) stream.byte();
}

}  // namespace

std::vector<labels::Bitmap> decode(std::string_view bytes) {
    StreamReader stream(bytes);
    DecodedLabels labels;
    while (!stream.atEnd()) {
        if (stream.takes("\x1dv0"sv)) {
            if (const std::uint8_t scale = stream.byte(); scale != 0)
                stream.fail("a picture that is stretched");
            readBand(stream, labels);
        } else if (stream.takes("\x1dV"sv)) {
            skipCut(stream);
            endLabel(labels);
        } else if (stream.takes("\x1b\x64"sv)) {
            stream.byte();
            endLabel(labels);
        } else if (stream.takes("\x1b@"sv)) {
            endLabel(labels);
        } else if (stream.takes("\x1dr"sv)) {
            stream.byte();
        } else if (stream.takes("\x10\x04"sv) || stream.takes("\x10\x05"sv)) {
            stream.byte();
        } else if (!stream.takes("\0"sv)) {
            stream.fail("no command of pictures");
        }
    }
    endLabel(labels);
    return labels.take();
}

}  // namespace remise::drivers::escpos
