#pragma once

#include "db/database.h"
#include "server/http/router.h"
#include "server/identity/secrets.h"

namespace remise::identity {

/// POST /api/v1/sessions {"email","password"}: a token for programs that work for a person, of fixed life.
/// What is handed over must live as long as the router.
void addSessionRoutes(http::Router&, db::Pool&, const ServerSecret&);

}  // namespace remise::identity
