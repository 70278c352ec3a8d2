#include "server/workshop/keep_inventory.h"

#include "drivers/reports/read_inventory.h"
#include "server/domain/refusals.h"
#include "server/proof/sha256.h"
#include "server/workshop/inventory_rules.h"

namespace remise::workshop {

using namespace domain;
using drivers::reports::Inventory;
using drivers::reports::ReportFormat;

namespace {

std::string_view formatName(ReportFormat format) {
    switch (format) {
        case ReportFormat::glpiJson:
            return "glpi_json";
        case ReportFormat::workbench:
            return "workbench";
        case ReportFormat::xml:
            return "xml";
        case ReportFormat::zlib:
            return "zlib";
        case ReportFormat::nwipeLog:
            return "nwipe_log";
        case ReportFormat::diagnostics:
            return "diagnostics";
        case ReportFormat::unknown:
            break;
    }
    return "unknown";
}

}  // namespace

db::StoredReport receivedInventory(const http::Request& request, const Uuid& id) {
    db::StoredReport report;
    report.id = id;
    report.site = request.caller.site;
    report.receivedAt = request.receivedAt;
    report.sender = request.caller.id;
    report.format = formatName(drivers::reports::detectFormat(request.body));
    report.sha256 = proof::sha256(request.body);
    report.body = request.body;
    return report;
}

void describeInventory(db::StoredReport& report, const Outcome<Inventory>& read) {
    if (!read) {
        report.state = db::ReportState::unread;
        report.refusal = read.refusal().code();
        return;
    }
    report.serial = read->serial.value_or("");
    report.machineIds = machineIdsOf(*read);
    Value summary = hardwareOf(*read);
    summary["drives"] = std::int64_t(read->drives.size());
    report.summary = canonicalJson(summary);
}

Outcome<db::StoredReport> keepInventory(db::Pool& pool, const db::StoredReport& report) {
    const auto connection = pool.take();
    db::keepInventory(*connection, report);
    auto kept = db::findInventory(*connection, report.id);
    if (!kept || kept->sha256 != report.sha256 || kept->unit != report.unit)
        return Refusal(refusals::idReused);
    return *kept;
}

bool isOf(const db::StoredReport& report, std::string_view site) {
    return site.empty() || report.site.empty() || report.site == site;
}

Outcome<Inventory> readInventoryAgain(db::Connection& connection, const Uuid& id) {
    db::StoredReport again;
    again.id = id;
    auto read = drivers::reports::readInventory(db::inventoryBody(connection, id));
    describeInventory(again, read);
    db::describeInventory(connection, again);
    return read;
}

}  // namespace remise::workshop
