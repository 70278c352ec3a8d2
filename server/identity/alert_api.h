#pragma once

#include "server/http/router.h"
#include "server/identity/alerts.h"

namespace remise::identity {

/// GET /api/v1/alerts: what managers are to know of, newest first.
void addAlertRoutes(http::Router&, db::Pool&, Alerts&);

}  // namespace remise::identity
