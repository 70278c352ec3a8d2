#pragma once

#include <optional>
#include <string>

#include "server/domain/entity.h"
#include "server/proof/signature.h"

/// A seal: what the ledger was on one day, signed. docs/proof.md tells it to an auditor.
namespace remise::proof {

inline constexpr int sealFormat = 1;

struct Seal {
    std::int64_t number = 0;  ///< 1, 2, 3…
    domain::Milliseconds sealedAt = 0;
    domain::Digest previous;                     ///< the hash of the seal before; zeros for the first
    std::int64_t afterPlace = 0, lastPlace = 0;  ///< the places of the feed that it covers
    std::int64_t leaves = 0;                     ///< how many the tree of these places has
    domain::Digest leavesRoot;                   ///< of that tree
    std::int64_t heads = 0;    ///< histories of the house, or 0 when another seal was made right after it
    domain::Digest headsRoot;  ///< over the heads of all of them at the last place
    std::int64_t histories = 0, events = 0, refusals = 0;  ///< of the house so far
    std::string key;                                       ///< id of the key that signed it
    std::string signature;                                 ///< 64 raw bytes

    /// RFC 8785 bytes of all members but the signature: what is signed.
    [[nodiscard]] std::string signedBytes() const;
    /// SHA-256 of these.
    [[nodiscard]] domain::Digest hash() const;
    /// RFC 8785 bytes of all members: as it is stored and leaves the house.
    [[nodiscard]] std::string text() const;
    /// Nothing when this is not what text() writes.
    static std::optional<Seal> read(std::string_view);

    void sign(const SigningKey&);
    /// By one of these keys: the one it names.
    [[nodiscard]] bool isSignedBy(const PublicKeys&) const;
};

/// The leaf of a history as it stood: RFC 8785 bytes of [entity, seq, head].
std::string historyLeaf(std::string_view entity, std::int64_t seq, const domain::Digest& head);
/// The leaf of a command: RFC 8785 bytes of ["command:UUID", its hash].
std::string commandLeaf(const domain::Uuid&, const domain::Digest& hash);

/// A leaf read back. `seq` is 0 for a command.
struct Leaf {
    std::string kind;  ///< unit, drive, container, request, command
    std::string code;
    std::int64_t seq = 0;
    domain::Digest hash;

    static std::optional<Leaf> read(std::string_view);
};

}  // namespace remise::proof
