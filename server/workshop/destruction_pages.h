#pragma once

#include "db/pool.h"
#include "server/http/pages.h"
#include "server/http/router.h"
#include "server/identity/alerts.h"
#include "server/workshop/send_commands.h"

namespace remise::workshop {

/// /atelier/destruction and /api/v1/destruction-lists: a contractor's list is held against the sealed bins
/// that were handed over, and a leader confirms what is on both sides. What is missing stays sealed, and
/// managers are told.
void addDestructionRoutes(http::Router&, db::Pool&, const http::Pages&, SendCommands&, identity::Alerts&);

}  // namespace remise::workshop
