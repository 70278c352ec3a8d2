#pragma once

#include "server/http/router.h"

namespace remise::db {
class Pool;
}

namespace remise::workshop {

/// GET /api/v1/units/{code}/proof: for the house's staff, since events may name serials and donors' lots.
void addProofRoute(http::Router&, db::Pool&);

}  // namespace remise::workshop
