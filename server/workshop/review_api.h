#pragma once

#include "db/database.h"
#include "server/http/router.h"

namespace remise::workshop {

/// GET /api/v1/reviews, the list of refused commands that nobody heard, and POST
/// /api/v1/reviews/{command}/settle {"reason"}.
void addReviewRoutes(http::Router&, db::Pool&);

}  // namespace remise::workshop
