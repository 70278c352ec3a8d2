#pragma once

#include <string>

#include "server/domain/entity.h"
#include "server/domain/value.h"

/// The certificate that a drive is erased: "remise-certificate-1" (docs/certificate.md). Pure.
namespace remise::documents {

/// What it is made of.
struct Evidence {
    const domain::Entity& drive;  ///< certified, by a report
    const domain::Value& unit;    ///< state of the unit that it was in
    std::string unitCode;
    const domain::Value& report;  ///< the workbench's report, as it came
    std::string reportSha256;     ///< of its bytes, in hexadecimal digits
    std::string site;
    std::string passport;  ///< address of the unit's passport
    std::string donor;     ///< name; empty: none is known
    domain::Milliseconds issuedAt = 0;
};

/// Without key and signature. All fields that NIST SP 800-88 lists for a certificate, as far as they are
/// known: what nobody has said is not there.
domain::Value certificateOf(const Evidence&);

}  // namespace remise::documents
