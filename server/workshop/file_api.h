#pragma once

#include "db/pool.h"
#include "server/http/router.h"

namespace remise::workshop {

/// PUT, GET and DELETE /api/v1/files/{sha256}
void addFileRoutes(http::Router&, db::Pool&);

}  // namespace remise::workshop
