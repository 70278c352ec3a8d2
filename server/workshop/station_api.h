#pragma once

#include "db/pool.h"
#include "server/http/router.h"
#include "server/ledger/codes.h"

namespace remise::workshop {

/// What a terminal needs to work: POST /api/v1/codes/lease, GET /api/v1/procedures, GET /api/v1/pick-list,
/// GET /api/v1/locations. `publicUrl` is where passports are read, for the labels; empty when nobody said: a
/// terminal then takes the address by which it knows the server.
void addStationRoutes(http::Router&, db::Pool&, ledger::Codes&, const std::string& publicUrl);

}  // namespace remise::workshop
