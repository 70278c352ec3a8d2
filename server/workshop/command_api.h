#pragma once

#include "server/http/router.h"
#include "server/workshop/send_commands.h"

namespace remise::workshop {

/// POST /api/v1/commands
void addCommandRoutes(http::Router&, SendCommands&);

}  // namespace remise::workshop
