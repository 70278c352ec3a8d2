#include "server/proof/seal.h"

#include "server/domain/canonical.h"
#include "server/proof/sha256.h"

namespace remise::proof {

using namespace domain;

namespace {

Value::Object membersOf(const Seal& seal) {
    return {{"format", sealFormat},
            {"number", seal.number},
            {"sealed_at", seal.sealedAt},
            {"previous", seal.previous.hex()},
            {"after_place", seal.afterPlace},
            {"last_place", seal.lastPlace},
            {"leaves", seal.leaves},
            {"leaves_root", seal.leavesRoot.hex()},
            {"heads", seal.heads},
            {"heads_root", seal.headsRoot.hex()},
            {"histories", seal.histories},
            {"events", seal.events},
            {"refusals", seal.refusals},
            {"key", seal.key}};
}

std::optional<Value> readValue(std::string_view text) {
    try {
        return readCanonical(text);
    } catch (const NotCanonical&) {
        return std::nullopt;
    }
}

}  // namespace

std::string Seal::signedBytes() const {
    return canonicalJson(membersOf(*this));
}

Digest Seal::hash() const {
    return sha256(signedBytes());
}

std::string Seal::text() const {
    Value::Object members = membersOf(*this);
    members["signature"] = signatureHex(signature);
    return canonicalJson(std::move(members));
}

std::optional<Seal> Seal::read(std::string_view text) {
    const auto value = readValue(text);
    if (!value || !value->isObject()) return {};
    Seal seal;
    const auto number = [&](std::string_view name) { return value->integerOr(name, -1); };
    const auto digest = [&](std::string_view name) {
        return Digest::parse(value->textOr(name)).value_or(Digest{});
    };
    seal.number = number("number");
    seal.sealedAt = number("sealed_at");
    seal.previous = digest("previous");
    seal.afterPlace = number("after_place");
    seal.lastPlace = number("last_place");
    seal.leaves = number("leaves");
    seal.leavesRoot = digest("leaves_root");
    seal.heads = number("heads");
    seal.headsRoot = digest("heads_root");
    seal.histories = number("histories");
    seal.events = number("events");
    seal.refusals = number("refusals");
    seal.key = value->textOr("key");
    seal.signature = signatureFromHex(value->textOr("signature")).value_or("");
    // What was left out, is of another type or stands beside would not be written again.
    if (seal.text() != text) return {};
    return seal;
}

void Seal::sign(const SigningKey& signer) {
    key = signer.publicKey().id();
    signature = signer.sign(signedBytes());
}

bool Seal::isSignedBy(const PublicKeys& keys) const {
    const auto found = keys.find(key);
    return found != keys.end() && found->second.verifies(signature, signedBytes());
}

std::string historyLeaf(std::string_view entity, std::int64_t seq, const Digest& head) {
    return canonicalJson(Value::Array{entity, seq, head.hex()});
}

std::string commandLeaf(const Uuid& id, const Digest& hash) {
    return canonicalJson(Value::Array{"command:" + id.text(), hash.hex()});
}

std::optional<Leaf> Leaf::read(std::string_view text) {
    const auto value = readValue(text);
    if (!value || !value->isArray()) return {};
    const Value::Array& members = value->array();
    if (members.size() < 2 || members.size() > 3 || !members.front().isText() || !members.back().isText())
        return {};
    const std::string& name = members.front().text();
    const auto colon = name.find(':');
    const auto hash = Digest::parse(members.back().text());
    if (colon == std::string::npos || !hash) return {};
    Leaf leaf{name.substr(0, colon), name.substr(colon + 1), 0, *hash};
    if (members.size() == 3) {
        if (!members[1].isInteger()) return {};
        leaf.seq = members[1].integer();
    }
    return leaf;
}

}  // namespace remise::proof
