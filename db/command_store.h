#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/connection.h"
#include "server/domain/ids.h"

namespace remise::db {

/// A command that was answered: for ever, accepted or refused.
struct StoredCommand {
    domain::Uuid id;
    domain::Digest content;
    domain::Uuid sender;
    domain::Milliseconds claimedAt = 0;
    domain::Milliseconds correctedAt = 0;
    domain::Milliseconds recordedAt = 0;
    std::string reply;    ///< JSON, as it was sent
    domain::Digest hash;  ///< of all the others: see proof/chain.h
};

/// Those of the ids that are known, in any order; id, content and reply only.
std::vector<StoredCommand> findCommands(Connection&, const std::vector<domain::Uuid>& ids);
/// The same, whole.
std::vector<StoredCommand> readCommands(Connection&, const std::vector<domain::Uuid>& ids);
/// The hashes of those that are known.
std::map<domain::Uuid, domain::Digest> readCommandHashes(Connection&, const std::vector<domain::Uuid>& ids);
/// Whole ones with an id above `after` (nothing: from the first), in order of id, for a walk over all of
/// them.
std::vector<StoredCommand> readCommandsAfter(Connection&, const std::optional<domain::Uuid>& after,
                                             int limit);
/// About how many there are, at once.
std::uint64_t estimateCommands(Connection&);
void appendCommands(Connection&, const std::vector<StoredCommand>&);

}  // namespace remise::db
