#pragma once

#include <string>

#include "server/domain/entity.h"

/// The hash chain of a ledger: what binds each event to all before it. docs/ledger.md tells it to an auditor.
namespace remise::proof {

inline constexpr int chainFormat = 1;

/// The name an entity has in its events' hashes: "unit:BCDFGHJR".
std::string entityName(domain::Subject, std::string_view code);

/// RFC 8785 bytes of [format, previous hash (64 hex digits, zeros before the first), entity, seq, command,
/// kind, kind_version, at, recorded_at, station, actor, stage_after, data]. `data` is given as its stored
/// canonical bytes.
std::string hashedBytes(const domain::Digest& previous, std::string_view entity, const domain::Event&,
                        std::string_view canonicalData);

/// SHA-256 of hashedBytes.
domain::Digest eventHash(const domain::Digest& previous, std::string_view entity, const domain::Event&,
                         std::string_view canonicalData);

/// A command as it was answered: what was sent (`content`, its SHA-256), by whom, when, and the reply.
struct AnsweredCommand {
    domain::Uuid id;
    domain::Digest content;
    domain::Uuid sender;
    domain::Milliseconds claimedAt, correctedAt, recordedAt;
    std::string_view reply;
};

/// SHA-256 of the canonical array of its members, after the format.
domain::Digest commandHash(const AnsweredCommand&);

}  // namespace remise::proof
