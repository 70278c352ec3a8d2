#pragma once

#include "db/pool.h"
#include "server/http/pages.h"
#include "server/http/router.h"
#include "server/identity/secrets.h"

namespace remise::associations {

/// GET and POST /inscription.
void addRegistrationPages(http::Router&, db::Pool&, const identity::ServerSecret&, const http::Pages&);

}  // namespace remise::associations
