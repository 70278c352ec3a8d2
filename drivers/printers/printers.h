#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/printers/brother_ql/media.h"
#include "drivers/printers/line.h"
#include "drivers/printers/models.h"
#include "drivers/printers/printer.h"

namespace remise::drivers {

/// The id names no printer that could be used: no such form, an address outside the house, a model or a
/// language that nobody knows. Says which.
struct NoSuchPrinter : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The printers that are plugged in by USB, in the order of their ids. One whose language we do not know is
/// among them without a language: it is there, and cannot be used. Nor can one that is silent, for now.
std::vector<PrinterIdentity> findPrinters();

/// The printer of an id, whether it is there or not: one that is away is `offline` when asked. Throws
/// NoSuchPrinter.
///   `usb:VENDOR:PRODUCT:SERIAL`       a printer as findPrinters tells it
///   `tcp:ADDRESS[:PORT][/MODEL[/ROLL]]`  a network printer; ZPL unless its model is named. Brother QL tell
///                                     nothing over the network: the roll that is in them is named too
///   `virtual:FOLDER`                  no paper: pictures in a folder
std::unique_ptr<Printer> openPrinter(std::string_view id);

/// Who that is; nothing while a USB printer is away. Throws NoSuchPrinter for an id that no printer can have.
std::optional<PrinterIdentity> identityNow(std::string_view id);

/// The printer that speaks a model's language over this line. `identity` has everything but language and
/// resolution; `toldRoll` is for a Brother QL that cannot tell it.
std::unique_ptr<Printer> printerOn(std::unique_ptr<Line>, const PrinterModel&, PrinterIdentity identity,
                                   std::optional<brother_ql::Medium> toldRoll = std::nullopt);

}  // namespace remise::drivers
