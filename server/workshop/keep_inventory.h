#pragma once

#include "db/database.h"
#include "db/report_store.h"
#include "drivers/reports/report.h"
#include "server/domain/outcome.h"
#include "server/http/request.h"

/// An inventory is kept byte for byte before anything else happens to it.
namespace remise::workshop {

/// The body of a request as it is stored under this id.
db::StoredReport receivedInventory(const http::Request&, const domain::Uuid& id);

/// What lists show of it; or, when it could not be read, why.
void describeInventory(db::StoredReport&, const domain::Outcome<drivers::reports::Inventory>&);

/// Keeps it, or finds that it came before. Refused when its id stands for another one (id_reused).
domain::Outcome<db::StoredReport> keepInventory(db::Pool&, const db::StoredReport&);

/// Whether people at this site may look at it: theirs, or nobody's, as what agents leave. Who has no site
/// sees all.
bool isOf(const db::StoredReport&, std::string_view site);

/// Reads the kept bytes again, by the parsers of today, and describes it anew; refused when they cannot be
/// read, as it then stands in the queue.
domain::Outcome<drivers::reports::Inventory> readInventoryAgain(db::Connection&, const domain::Uuid&);

}  // namespace remise::workshop
