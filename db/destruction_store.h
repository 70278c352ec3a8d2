#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.h"
#include "server/domain/entity.h"

namespace remise::db {

/// What a contractor says to have destroyed, as it came, and what comparing it found.
struct DestructionList {
    domain::Uuid id;  ///< made by who brings it: sent twice, it counts once
    std::string site;
    std::string bins;  ///< numbers of the bins that were handed over, blank-separated
    domain::Uuid person;
    domain::Milliseconds receivedAt = 0;
    domain::Digest sha256;
    std::string body;    ///< not read back by the functions below
    std::string result;  ///< canonical JSON (docs/api.md)
    std::optional<domain::Milliseconds> confirmedAt{};
};

/// Keeps it unless there is one of this id.
void keepDestructionList(Connection&, const DestructionList&);
/// The first confirmation counts.
void confirmDestructionList(Connection&, const domain::Uuid&, domain::Milliseconds now);
std::optional<DestructionList> findDestructionList(Connection&, const domain::Uuid&);
/// Newest first.
std::vector<DestructionList> listDestructionLists(Connection&, std::string_view site, int limit);

/// Drives that are in sealed custody, or were destroyed out of it; code, stage and state of each.
std::vector<domain::Entity> drivesInCustody(Connection&);

}  // namespace remise::db
