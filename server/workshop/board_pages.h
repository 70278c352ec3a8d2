#pragma once

#include "db/pool.h"
#include "server/http/pages.h"
#include "server/http/router.h"

namespace remise::workshop {

/// GET /atelier: what waits where and since when; what is stuck first. No person, no pace, ever.
void addBoardPages(http::Router&, db::Pool&, const http::Pages&);

}  // namespace remise::workshop
