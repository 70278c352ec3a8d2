#pragma once

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
    std::string reply;  ///< JSON, as it was sent
};

/// Those of the ids that are known, in any order; id, content and reply only.
std::vector<StoredCommand> findCommands(Connection&, const std::vector<domain::Uuid>& ids);
void appendCommands(Connection&, const std::vector<StoredCommand>&);

}  // namespace remise::db
