#pragma once

#include "db/pool.h"
#include "server/documents/issue_certificate.h"
#include "server/http/router.h"

namespace remise::documents {

/// GET /api/v1/{units,lots,donors}/…/certificate and certificate.pdf: what became of the data of a machine, a
/// lot or all that a donor gave, as it stands now, signed.
void addSummaryRoutes(http::Router&, db::Pool&, const Issuer&);

}  // namespace remise::documents
