#include "terminal/printer_words.h"

#include <algorithm>

#include "server/domain/refusals.h"
#include "terminal/card_view.h"

namespace remise::terminal {

using drivers::PrinterState;
namespace refusals = domain::refusals;

namespace {

struct Picture {
    PrinterState state;
    const char* icon;
    const char* sign;
};
constexpr Picture pictures[] = {
    {PrinterState::ready, "printer", "go"},
    {PrinterState::busy, "printer", "go"},
    {PrinterState::paused, "printer-paused", "wait"},
    {PrinterState::noMedia, "roll-empty", "stop"},
    {PrinterState::lidOpen, "printer-open", "stop"},
    {PrinterState::wrongMedia, "roll-wrong", "stop"},
    {PrinterState::cutterFault, "scissors-off", "stop"},
    {PrinterState::headFault, "alert-triangle", "stop"},
    {PrinterState::offline, "plug-x", "stop"},
    {PrinterState::unclear, "plug-x", "stop"},
};

}  // namespace

bool canPrint(PrinterState state) {
    return state == PrinterState::ready || state == PrinterState::busy;
}

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

QVariantMap viewOf(std::optional<PrinterState> state, const QVariantMap& wording) {
    if (!state) return {{"icon", "clock"}, {"word", wording["wait.title"]}, {"sign", "wait"}};
    const Picture* row = std::ranges::find(pictures, *state, &Picture::state);
    return {{"icon", row->icon},
            {"word", wording["printer.state." + asQString(drivers::wordOf(*state))]},
            {"sign", row->sign}};
}

QString printerPicture(const std::string& refusalCode) {
    const Picture* row = std::ranges::find_if(pictures, [&](const Picture& picture) {
        return !canPrint(picture.state) && printerRefusal(picture.state).code() == refusalCode;
    });
    return row == std::end(pictures) ? QString() : row->icon;
}

QString headLine(const PrinterTrouble& trouble, const QVariantMap& wording) {
    const QString printer =
        trouble.printer.empty() ? wording["printer.one"].toString() : asQString(trouble.printer);
    const QString what = trouble.state ? viewOf(trouble.state, wording)["word"].toString()
                                       : wording["printer.doubt"].toString();
    return printer + " · " + what;
}

}  // namespace remise::terminal
