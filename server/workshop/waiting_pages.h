#pragma once

#include "db/database.h"
#include "server/http/pages.h"
#include "server/http/router.h"
#include "server/workshop/tie_inventory.h"

namespace remise::workshop {

/// /atelier/inventaires: inventories that wait until somebody says whose they are, or that nobody understood.
void addWaitingPages(http::Router&, db::Pool&, const http::Pages&, TieInventory&);

}  // namespace remise::workshop
