#pragma once

#include "db/pool.h"
#include "server/http/pages.h"
#include "server/http/router.h"

namespace remise::workshop {

/// /pilotage/effacement and /api/v1/erasure-policy: for which media the site accepts a verified overwriting
/// where there is no Purge. Everybody in the office reads it; managers write it down, with the reason.
void addPolicyPages(http::Router&, db::Pool&, const http::Pages&);

}  // namespace remise::workshop
