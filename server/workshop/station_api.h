#pragma once

#include "db/pool.h"
#include "server/http/router.h"
#include "server/ledger/codes.h"

namespace remise::workshop {

/// What a terminal needs to work: POST /api/v1/codes/lease, GET /api/v1/procedures, GET /api/v1/pick-list,
/// GET /api/v1/locations.
void addStationRoutes(http::Router&, db::Pool&, ledger::Codes&);

}  // namespace remise::workshop
