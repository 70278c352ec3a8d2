#pragma once

#include "server/http/router.h"
#include "server/workshop/make_job.h"

namespace remise::workshop {

/// POST /api/v1/jobs: a scan tells which unit a machine on a bench is, and what it may do.
void addJobRoutes(http::Router&, MakeJob&);

}  // namespace remise::workshop
