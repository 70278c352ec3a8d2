#pragma once

#include "db/database.h"
#include "server/http/pages.h"
#include "server/http/router.h"
#include "server/identity/authenticate.h"
#include "server/identity/secrets.h"

namespace remise::identity {

/// GET and POST /connexion, POST /deconnexion. What is handed over must live as long as the router.
void addSignInRoutes(http::Router&, db::Pool&, const ServerSecret&, Authenticator&, const http::Pages&);

/// The page a role begins with after signing in.
std::string_view homeOf(domain::Role);

}  // namespace remise::identity
