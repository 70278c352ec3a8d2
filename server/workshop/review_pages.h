#pragma once

#include "db/database.h"
#include "server/http/pages.h"
#include "server/http/router.h"

namespace remise::workshop {

/// /atelier/a-revoir: refused commands that nobody heard, for leaders to settle.
void addReviewPages(http::Router&, db::Pool&, const http::Pages&);

}  // namespace remise::workshop
