#pragma once

#include "db/pool.h"
#include "server/http/router.h"
#include "server/ledger/codes.h"

namespace remise::workshop {

/// GET /api/v1/units and /api/v1/units/{code}
void addUnitRoutes(http::Router&, db::Pool&, const ledger::Codes&);

}  // namespace remise::workshop
