#pragma once

#include "db/pool.h"
#include "server/http/router.h"

namespace remise::logistics {

/// GET /api/v1/pick-list: what is promised, accepted and paid where it must be, and still lies on a shelf.
void addPickListRoute(http::Router&, db::Pool&);

}  // namespace remise::logistics
