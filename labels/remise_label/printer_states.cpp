#include "labels/remise_label/printer_states.h"

namespace remise::labels::cli {
namespace {

using drivers::PrinterState;

std::string_view wordsOf(PrinterState state) {
    switch (state) {
        case PrinterState::ready:
            return "ready";
        case PrinterState::busy:
            return "busy: it prints or warms up";
        case PrinterState::paused:
            return "paused: somebody pressed its button";
        case PrinterState::noMedia:
            return "no labels: the roll is empty, or none is in";
        case PrinterState::lidOpen:
            return "the lid is open";
        case PrinterState::wrongMedia:
            return "the wrong roll is in";
        case PrinterState::cutterFault:
            return "the cutter is jammed";
        case PrinterState::headFault:
            return "the print head is too hot or damaged";
        case PrinterState::offline:
            return "offline: not plugged in, switched off, or not to be used by you";
        case PrinterState::unclear:
            break;
    }
    return "unclear: it answers nothing that is known of it";
}

}  // namespace

std::string sentenceOf(const drivers::PrinterStatus& status) {
    std::string sentence(wordsOf(status.state));
    if (!status.detail.empty()) sentence += " (" + status.detail + ")";
    return sentence;
}

}  // namespace remise::labels::cli
