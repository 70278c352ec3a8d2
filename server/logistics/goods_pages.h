#pragma once

#include "db/pool.h"
#include "server/http/pages.h"
#include "server/http/router.h"
#include "server/workshop/send_commands.h"

namespace remise::logistics {

/// GET /logistique, POST /logistique/{code}/{step} and GET /logistique/bons/{number}.
void addGoodsPages(http::Router&, db::Pool&, const http::Pages&, workshop::SendCommands&);

}  // namespace remise::logistics
