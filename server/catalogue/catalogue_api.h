#pragma once

#include "db/pool.h"
#include "server/http/router.h"

namespace remise::catalogue {

/// GET /api/v1/catalogue
void addCatalogueRoutes(http::Router&, db::Pool&);

}  // namespace remise::catalogue
