#pragma once

#include "server/http/router.h"
#include "server/workshop/take_erasure.h"

namespace remise::workshop {

/// POST and GET /api/v1/erasures
void addErasureRoutes(http::Router&, db::Pool&, TakeErasure&);

}  // namespace remise::workshop
