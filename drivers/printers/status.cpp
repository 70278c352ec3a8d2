#include "drivers/printers/status.h"

#include <utility>

namespace remise::drivers {

std::string_view wordOf(PrinterState state) {
    switch (state) {
        case PrinterState::ready:
            return "ready";
        case PrinterState::busy:
            return "busy";
        case PrinterState::paused:
            return "paused";
        case PrinterState::noMedia:
            return "no_media";
        case PrinterState::lidOpen:
            return "lid_open";
        case PrinterState::wrongMedia:
            return "wrong_media";
        case PrinterState::cutterFault:
            return "cutter_fault";
        case PrinterState::headFault:
            return "head_fault";
        case PrinterState::offline:
            return "offline";
        case PrinterState::unclear:
            break;
    }
    return "unclear";
}

}  // namespace remise::drivers
