#pragma once

#include <optional>
#include <string>

#include "server/domain/entity.h"
#include "server/domain/value.h"

/// The certificate that a drive is erased: "remise-certificate-1" (docs/certificate.md). Pure.
namespace remise::documents {

/// The workbench's report of an erasure, or of a second check.
struct Reading {
    domain::Value report;  ///< as it came
    std::string sha256;    ///< of its bytes, in hexadecimal digits
    std::string site;
};

/// What it is made of.
struct Evidence {
    const domain::Entity& drive;  ///< certified, by a report
    const domain::Value& unit;    ///< state of the unit that it was in
    std::string unitCode;
    Reading erasure;
    std::optional<Reading> check;  ///< where another person has had it read again
    std::string passport;          ///< address of the unit's passport
    std::string donor;             ///< name; empty: none is known
    domain::Milliseconds issuedAt = 0;
};

/// Without key and signature. All fields that NIST SP 800-88 lists for a certificate, as far as they are
/// known: what nobody has said is not there.
domain::Value certificateOf(const Evidence&);

}  // namespace remise::documents
