#pragma once

#include <QString>
#include <QVariantMap>
#include <optional>
#include <string>

#include "drivers/printers/status.h"
#include "server/domain/outcome.h"

/// What is said and shown of printers.
namespace remise::terminal {

/// What keeps labels in a printer.
struct PrinterTrouble {
    std::string printer;                         ///< what it is called; empty where there is but one
    std::optional<drivers::PrinterState> state;  ///< nothing: a label has to be found
};

/// The next label can be sent.
bool canPrint(drivers::PrinterState);

/// What a worker is told when a label did not come out of a printer in this state.
domain::Refusal printerRefusal(drivers::PrinterState);

/// The state's picture, its one short word and its sign: {icon, word, sign}. Nothing: it was not asked yet.
QVariantMap viewOf(std::optional<drivers::PrinterState>, const QVariantMap& wording);
/// The picture that goes with a refusal of a printer's; empty for any other.
QString printerPicture(const std::string& refusalCode);
/// The head line for it.
QString headLine(const PrinterTrouble&, const QVariantMap& wording);

}  // namespace remise::terminal
