#pragma once

#include <string>

#include "db/connection.h"
#include "server/domain/entity.h"
#include "server/domain/outcome.h"
#include "server/domain/value.h"
#include "server/ledger/seal_files.h"

namespace remise::documents {

/// What a certificate needs that no history tells.
struct Issuer {
    const ledger::SealKeys keys;
    const std::string publicUrl;
};

struct IssuedCertificate {
    domain::Value document;   ///< signed
    std::string fingerprint;  ///< SHA-256 of its bytes, in hexadecimal digits
};

/// The certificate of a drive, kept from its first issue on: whatever changes later (its lot's name, our
/// address, our key), the same bytes. Only a second check that came later makes a new edition, which names
/// the one that it replaces. Refused (no_certificate) for a drive that no report has certified,
/// (no_signing_key).
domain::Outcome<IssuedCertificate> issueCertificate(db::Connection&, const Issuer&,
                                                    const domain::Entity& drive, domain::Milliseconds now);

}  // namespace remise::documents
