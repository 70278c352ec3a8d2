#include "drivers/printers/brother_ql/brother_ql_status.h"

#include <algorithm>
#include <string>

namespace remise::drivers::brother_ql {
namespace {

constexpr std::size_t statusSize = 32;
/// Print head mark, size, "B" for Brother.
constexpr std::string_view head = "\x80 B";

unsigned char byteAt(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// The places are those of the table under "ESC i S" of the Raster Command Reference.
Status fieldsOf(std::string_view bytes) {
    return {.kind = static_cast<Status::Kind>(byteAt(bytes, 18)),
            .isPrinting = byteAt(bytes, 19) == 1,
            .error1 = byteAt(bytes, 8),
            .error2 = byteAt(bytes, 9),
            .notification = byteAt(bytes, 22),
            .mediaType = static_cast<MediaType>(byteAt(bytes, 11)),
            .mediaWidth = byteAt(bytes, 10),
            .mediaLength = byteAt(bytes, 17)};
}

std::string detailOf(const Status& status) {
    return "errors " + std::to_string(status.error1) + " " + std::to_string(status.error2) + ", media type " +
           std::to_string(static_cast<int>(status.mediaType)) + ", " + std::to_string(status.mediaWidth) +
           "x" + std::to_string(status.mediaLength) + " mm";
}

}  // namespace

std::optional<Status> takeStatus(std::string_view& bytes) {
    const std::size_t begin = std::min(bytes.find(head), bytes.size());
    if (bytes.size() - begin < statusSize) return std::nullopt;
    const Status status = fieldsOf(bytes.substr(begin));
    bytes.remove_prefix(begin + statusSize);
    return status;
}

PrinterStatus statusOf(const Status& status) {
    // Error information 1, then 2.
    constexpr unsigned noMedia = 0x01, endOfMedia = 0x02, cutterJam = 0x04, inUse = 0x10, turnedOff = 0x20,
                       fan = 0x80;
    constexpr unsigned replaceMedia = 0x01, coverOpen = 0x10, cannotFeed = 0x40, system = 0x80;
    const auto has1 = [&](unsigned mask) { return (status.error1 & mask) != 0; };
    const auto has2 = [&](unsigned mask) { return (status.error2 & mask) != 0; };
    const std::string detail = detailOf(status);
    if (status.kind == Status::Kind::turnedOff || has1(turnedOff)) return {PrinterState::offline, detail};
    if (has2(coverOpen)) return {PrinterState::lidOpen, detail};
    if (has1(cutterJam)) return {PrinterState::cutterFault, detail};
    if (has1(noMedia | endOfMedia) || has2(cannotFeed)) return {PrinterState::noMedia, detail};
    if (has2(replaceMedia)) return {PrinterState::wrongMedia, detail};
    if (has1(fan) || has2(system)) return {PrinterState::headFault, detail};
    if (has1(inUse)) return {PrinterState::busy, detail};
    if (status.error1 != 0 || status.error2 != 0 || status.kind == Status::Kind::error)
        return {PrinterState::unclear, detail};
    if (status.mediaType == MediaType::none) return {PrinterState::noMedia, detail};
    if (status.isPrinting) return {PrinterState::busy, detail};
    return {PrinterState::ready, detail};
}

}  // namespace remise::drivers::brother_ql
