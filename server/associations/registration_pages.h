#pragma once

#include "db/pool.h"
#include "server/http/pages.h"
#include "server/http/router.h"

namespace remise::associations {

/// GET and POST /inscription.
void addRegistrationPages(http::Router&, db::Pool&, const http::Pages&);

}  // namespace remise::associations
