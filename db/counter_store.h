#pragma once

#include <cstdint>
#include <map>

#include "db/connection.h"
#include "server/domain/ids.h"

/// The numbers that senders give to their commands, one more each time.
namespace remise::db {

/// The highest that was ever taken from this sender; 0 when none was.
std::int64_t highestCounter(Connection&, const domain::Uuid& sender);
/// Raises each sender's to this one, unless it is higher already.
void raiseCounters(Connection&, const std::map<domain::Uuid, std::int64_t>&);

}  // namespace remise::db
