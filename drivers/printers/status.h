#pragma once

#include <string>
#include <string_view>

namespace remise::drivers {

/// What a printer can say of itself, whatever its language. Screens have a picture for each.
enum class PrinterState {
    ready,
    busy,     ///< printing or warming up: the next label waits in the printer
    paused,   ///< somebody pressed pause on it
    noMedia,  ///< the roll is empty, or no roll is in
    lidOpen,
    wrongMedia,   ///< another width or kind of label is loaded than the one to print
    cutterFault,  ///< the cutter is jammed
    headFault,    ///< the print head is too hot, broken or not closed
    offline,      ///< not plugged in, switched off, or nobody listens at its address
    unclear,      ///< it answers nothing, or nothing that its manual knows
};

struct PrinterStatus {
    PrinterState state;
    /// What the device said, for the log and for whoever looks after it: bytes in words, never for workers.
    std::string detail;

    bool operator==(const PrinterStatus&) const = default;
};

/// The state's stable word: `ready`, `no_media`, `lid_open`, …; in JSON, and the key of its words on screens.
std::string_view wordOf(PrinterState);

}  // namespace remise::drivers
