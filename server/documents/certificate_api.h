#pragma once

#include <string>

#include "db/pool.h"
#include "server/http/router.h"
#include "server/ledger/seal_files.h"

namespace remise::documents {

/// GET /api/v1/drives/{code}/certificate and certificate.pdf: the same each time it is asked for, signed by
/// the key of this server. Refused (no_certificate) for a drive that no report has certified.
void addCertificateRoutes(http::Router&, db::Pool&, ledger::SealKeys, const std::string& publicUrl);

}  // namespace remise::documents
