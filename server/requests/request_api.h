#pragma once

#include "db/pool.h"
#include "server/http/router.h"
#include "server/workshop/send_commands.h"

namespace remise::requests {

/// POST /api/v1/requests and GET /api/v1/requests/{number}
void addRequestRoutes(http::Router&, db::Pool&, workshop::SendCommands&);

}  // namespace remise::requests
