#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/domain/entity.h"
#include "server/ledger/codes.h"

namespace remise::ledger {

/// What the tree of a seal's places holds: every history that went on at its places of the feed, as it stood
/// at the last of them, and every command answered there.
struct SealedSpan {
    struct History {
        domain::Subject subject = domain::Subject::unit;
        std::uint64_t id = 0;
        std::int64_t seq = 0;
        domain::Digest head;
    };
    struct Command {
        domain::Uuid id;
        domain::Digest hash;
    };

    std::vector<History> histories;  ///< by subject and number
    std::vector<Command> commands;   ///< by id
    std::int64_t begun = 0;          ///< histories whose first event is here
    std::int64_t events = 0;
    std::int64_t refusals = 0;
    domain::Milliseconds lastRecordedAt = 0;  ///< of the events
    /// What the feed names and is not there: "event 3 of unit BCDFGHJR".
    std::vector<std::string> missing;

    [[nodiscard]] std::size_t size() const { return histories.size() + commands.size(); }
    /// Bytes of a leaf: histories first.
    [[nodiscard]] std::string leaf(std::size_t at, const Codes&) const;
    [[nodiscard]] std::vector<domain::Digest> leafHashes(const Codes&) const;
};

/// Reads the places after `after` up to `last`.
SealedSpan readSpan(db::Connection&, const Codes&, std::uint64_t after, std::uint64_t last);

}  // namespace remise::ledger
