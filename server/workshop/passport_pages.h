#pragma once

#include "db/pool.h"
#include "server/http/pages.h"
#include "server/http/router.h"
#include "server/workshop/rate_limit.h"

namespace remise::workshop {

/// GET /u/{code}: the passport, as a page or as JSON by `Accept`.
void addPassportPages(http::Router&, db::Pool&, const http::Pages&, RateLimit&);

}  // namespace remise::workshop
