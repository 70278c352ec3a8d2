#include "terminal/printer_words.h"

#include "server/domain/refusals.h"

namespace remise::terminal {

using drivers::PrinterState;
namespace refusals = domain::refusals;

domain::Refusal printerRefusal(PrinterState state) {
    switch (state) {
        case PrinterState::noMedia:
            return domain::Refusal(refusals::printerNoMedia);
        case PrinterState::lidOpen:
            return domain::Refusal(refusals::printerLidOpen);
        case PrinterState::wrongMedia:
            return domain::Refusal(refusals::printerWrongMedia);
        case PrinterState::cutterFault:
            return domain::Refusal(refusals::printerCutter);
        case PrinterState::headFault:
            return domain::Refusal(refusals::printerHead);
        case PrinterState::paused:
            return domain::Refusal(refusals::printerPaused);
        case PrinterState::ready:
        case PrinterState::busy:
        case PrinterState::offline:
        case PrinterState::unclear:
            break;
    }
    return domain::Refusal(refusals::printerAway);
}

}  // namespace remise::terminal
