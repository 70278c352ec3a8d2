#pragma once

#include "db/pool.h"
#include "server/http/pages.h"
#include "server/http/router.h"
#include "server/workshop/send_commands.h"

namespace remise::requests {

/// The team's pages: GET /equipe, GET /equipe/demandes/{number} and POST …/{step}.
void addTeamPages(http::Router&, db::Pool&, const http::Pages&, workshop::SendCommands&);

}  // namespace remise::requests
