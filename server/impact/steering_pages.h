#pragma once

#include "db/pool.h"
#include "server/http/pages.h"
#include "server/http/router.h"

namespace remise::impact {

/// GET /pilotage
void addSteeringPages(http::Router&, db::Pool&, const http::Pages&);

}  // namespace remise::impact
