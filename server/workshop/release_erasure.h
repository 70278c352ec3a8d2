#pragma once

#include "db/pool.h"
#include "server/http/pages.h"
#include "server/http/router.h"
#include "server/workshop/send_commands.h"

namespace remise::workshop {

/// Phones that another tool has erased wait for a leader, who answers for them under the site's written rule:
/// the page /atelier/telephones and POST /api/v1/units/{code}/release.
void addReleaseRoutes(http::Router&, db::Pool&, const http::Pages&, SendCommands&);

}  // namespace remise::workshop
