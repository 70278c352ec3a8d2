#pragma once

#include "db/pool.h"
#include "server/http/pages.h"
#include "server/http/router.h"
#include "server/workshop/send_commands.h"

namespace remise::requests {

/// The association's own pages: /mes-demandes and what lies below. `…/flux` follows the channel
/// "request:NUMBER".
void addRequestPages(http::Router&, db::Pool&, const http::Pages&, workshop::SendCommands&);

}  // namespace remise::requests
