#pragma once

#include "server/domain/outcome.h"
#include "server/domain/value.h"
#include "server/proof/signature.h"

/// Documents that leave the server and are believed elsewhere: jobs for workbenches, certificates. An object
/// with two members more: `key`, the id of the key that signed it, and `signature`, 128 hexadecimal digits of
/// the Ed25519 signature over the RFC 8785 bytes of all members but `signature`.
namespace remise::proof {

domain::Value signDocument(domain::Value document, const SigningKey&);

enum class Authenticity {
    genuine,
    unsignedText,  ///< it lacks key or signature, or they have not their form
    unknownKey,    ///< it names a key that is not among these
    altered,       ///< the signature is not of these bytes
};
Authenticity checkDocument(const domain::Value&, const PublicKeys&);

}  // namespace remise::proof
