#pragma once

#include <optional>
#include <string>

#include "db/connection.h"
#include "server/domain/ids.h"

/// Certificates as they were handed out: never changed, never thrown away.
namespace remise::db {

struct StoredCertificate {
    std::string drive;    ///< code
    domain::Uuid report;  ///< the report that has certified it
    std::int64_t edition = 1;
    domain::Digest sha256;  ///< of the body
    domain::Milliseconds issuedAt = 0;
    std::string body;  ///< canonical JSON, signed
};

/// The last edition for a drive as this report has certified it.
std::optional<StoredCertificate> findCertificate(Connection&, std::string_view drive,
                                                 const domain::Uuid& report);
/// Unless there is one of this edition: of two who issue it at once, both hand out the first.
void keepCertificate(Connection&, const StoredCertificate&);

}  // namespace remise::db
