#pragma once

#include "db/database.h"
#include "server/http/router.h"
#include "server/identity/alerts.h"
#include "server/identity/badges.h"

namespace remise::identity {

/// POST /api/v1/terminals {"code","name"}: trades a one-time code for a terminal's token.
/// POST /api/v1/terminals/self {"counter"}: who this terminal is, and whether it was restored from an old
/// copy of itself: we have taken higher numbers from it than it has ever given out. POST /api/v1/badge
/// {"badge"}: who works at this terminal now. Both replies in docs of the API. What is handed over must live
/// as long as the router.
void addTerminalRoutes(http::Router&, db::Pool&, const ServerSecret&, Badges&, Alerts&);

}  // namespace remise::identity
