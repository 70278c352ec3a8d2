#include "server/proof/signed_document.h"

#include "server/domain/canonical.h"

namespace remise::proof {

using domain::Value;

namespace {

std::string signedBytes(const Value& document) {
    Value bare = document;
    bare.object().erase("signature");
    return canonicalJson(bare);
}

}  // namespace

Value signDocument(Value document, const SigningKey& key) {
    document["key"] = key.publicKey().id();
    document["signature"] = signatureHex(key.sign(signedBytes(document)));
    return document;
}

Authenticity checkDocument(const Value& document, const PublicKeys& keys) {
    const auto signature = signatureFromHex(document.textOr("signature"));
    if (!document.isObject() || !document["key"].isText() || !signature) return Authenticity::unsignedText;
    const auto key = keys.find(document.textOr("key"));
    if (key == keys.end()) return Authenticity::unknownKey;
    return key->second.verifies(*signature, signedBytes(document)) ? Authenticity::genuine
                                                                   : Authenticity::altered;
}

}  // namespace remise::proof
