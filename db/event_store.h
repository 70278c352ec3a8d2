#pragma once

#include <string>
#include <vector>

#include "db/connection.h"
#include "server/domain/entity.h"

/// The append-only events of the four ledgers. Nothing here changes or deletes one.
namespace remise::db {

/// An event as it lies in its table: `data` as the very bytes that were hashed.
struct StoredEvent {
    domain::Subject subject = domain::Subject::unit;
    std::uint64_t entity = 0;
    domain::Event event;  ///< its `data` is left null by the readers: see canonicalData
    std::string canonicalData;
    domain::Digest hash;
};

/// Appends events of one subject, all in one statement.
void appendEvents(Connection&, domain::Subject, const std::vector<const StoredEvent*>&);

/// All events of one entity, oldest first.
std::vector<StoredEvent> readEvents(Connection&, domain::Subject, std::uint64_t entity);

/// Events of all entities after (entity, seq), in that order: for a walk over a whole ledger.
std::vector<StoredEvent> readEventsAfter(Connection&, domain::Subject, std::uint64_t entity, std::int64_t seq,
                                         int limit);

}  // namespace remise::db
