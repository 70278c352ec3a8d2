#pragma once

#include "server/http/router.h"
#include "server/workshop/answer_agent.h"
#include "server/workshop/take_inventory.h"
#include "server/workshop/tie_inventory.h"

namespace remise::workshop {

/// POST and GET /api/v1/inventories, POST /api/v1/diagnostics, GET /api/v1/inventories/{id} and POST
/// /api/v1/inventories/{id}/tie
void addInventoryRoutes(http::Router&, db::Pool&, TakeInventory&, TieInventory&, AnswerAgent);

}  // namespace remise::workshop
