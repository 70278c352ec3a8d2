#include "drivers/printers/escpos/escpos_status.h"

namespace remise::drivers::escpos {

bool isRealTimeAnswer(std::uint8_t byte) {
    return (byte & 0x93) == 0x12;
}

bool isOrderedAnswer(std::uint8_t byte) {
    return (byte & 0x90) == 0;
}

PrinterStatus statusOf(const RealTimeStatus& answers) {
    const auto [printer, offline, error, paper] = answers;
    const auto has = [](std::uint8_t answer, int bit) { return (answer >> bit & 1) != 0; };
    if (has(offline, 2)) return {PrinterState::lidOpen, "cover open"};
    if (has(paper, 5) || has(paper, 6) || has(offline, 5)) return {PrinterState::noMedia, "paper end"};
    if (has(error, 3)) return {PrinterState::cutterFault, "autocutter error"};
    if (has(error, 5)) return {PrinterState::headFault, "unrecoverable error"};
    if (has(error, 6)) return {PrinterState::headFault, "stopped until the head has cooled down"};
    if (has(error, 2) || has(offline, 6)) return {PrinterState::unclear, "an error that it does not name"};
    if (has(offline, 3)) return {PrinterState::busy, "somebody feeds paper with the button"};
    if (has(printer, 3)) return {PrinterState::paused, "offline at the printer"};
    return {PrinterState::ready, ""};
}

}  // namespace remise::drivers::escpos
