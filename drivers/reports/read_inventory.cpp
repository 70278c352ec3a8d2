#include "drivers/reports/read_inventory.h"

#include "drivers/reports/bundle.h"
#include "drivers/reports/compressed.h"
#include "drivers/reports/device_inventory.h"
#include "drivers/reports/glpi_inventory.h"
#include "drivers/reports/machine.h"
#include "drivers/reports/ocs_inventory.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

namespace {

/// A bundle of which nothing can be read waits to be read again, like any report.
domain::Outcome<Inventory> readWorkbench(std::string_view text) {
    const auto files = readBundle(text);
    if (!files) return files.refusal();
    Inventory machine = readMachine(*files);
    if (!files->empty() && machine.notes.size() == files->size()) return machine.notes.front().why;
    return machine;
}

domain::Outcome<Inventory> readPlain(std::string_view text) {
    switch (detectFormat(text)) {
        case ReportFormat::glpiJson:
        case ReportFormat::unknown:  // damaged JSON most of the time, and its parser says where
            return readGlpiJson(text);
        case ReportFormat::xml:
            return readOcsInventory(text);
        case ReportFormat::workbench:
            return readWorkbench(text);
        case ReportFormat::diagnostics:
            return readDeviceInventory(text);
        case ReportFormat::zlib:  // twice packed is not what anybody sends
        case ReportFormat::nwipeLog:
            break;
    }
    return domain::Refusal(domain::refusals::reportUnknown);
}

}  // namespace

domain::Outcome<Inventory> readInventory(std::string_view bytes) {
    if (detectFormat(bytes) != ReportFormat::zlib) return readPlain(bytes);
    const auto text = unpackZlib(bytes);
    if (!text) return text.refusal();
    return readPlain(*text);
}

}  // namespace remise::drivers::reports
