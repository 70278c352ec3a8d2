#pragma once

#include "db/pool.h"
#include "server/http/pages.h"
#include "server/http/router.h"

namespace remise::workshop {

/// /atelier/bancs: every machine on the benches, live: what it does, how far it is, where hands are needed.
/// Never who works there, nor for how long.
void addBenchPages(http::Router&, db::Pool&, const http::Pages&);

}  // namespace remise::workshop
