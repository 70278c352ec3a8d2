#pragma once

#include "server/http/router.h"
#include "server/workshop/answer_agent.h"
#include "server/workshop/take_inventory.h"

namespace remise::workshop {

/// POST and GET /api/v1/inventories
void addInventoryRoutes(http::Router&, db::Pool&, TakeInventory&, AnswerAgent);

}  // namespace remise::workshop
