#include "terminal/printer_words.h"

#include <map>

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

const char* printerHeader(const domain::Refusal& trouble) {
    static const std::map<std::string_view, const char*> headers{
        {refusals::labelInDoubt.code, "stuck.label_in_doubt"},
        {refusals::printerNoMedia.code, "stuck.printer_no_media"},
        {refusals::printerLidOpen.code, "stuck.printer_lid_open"},
        {refusals::printerWrongMedia.code, "stuck.printer_wrong_media"},
        {refusals::printerCutter.code, "stuck.printer_cutter"},
        {refusals::printerHead.code, "stuck.printer_head"},
        {refusals::printerPaused.code, "stuck.printer_paused"},
    };
    const auto found = headers.find(trouble.code());
    return found == headers.end() ? "stuck.printer_away" : found->second;
}

}  // namespace remise::terminal
