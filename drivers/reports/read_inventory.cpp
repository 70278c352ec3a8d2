#include "drivers/reports/read_inventory.h"

#include "drivers/reports/glpi_inventory.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

domain::Outcome<Inventory> readInventory(std::string_view bytes) {
    switch (detectFormat(bytes)) {
        case ReportFormat::glpiJson:
        case ReportFormat::unknown:  // damaged JSON most of the time, and its parser says where
            return readGlpiJson(bytes);
        case ReportFormat::workbench:
        case ReportFormat::xml:
        case ReportFormat::zlib:
        case ReportFormat::nwipeLog:
            break;
    }
    return domain::Refusal(domain::refusals::reportUnknown);
}

}  // namespace remise::drivers::reports
