#pragma once

#include <functional>
#include <vector>

#include "server/ledger/writer.h"

namespace remise::db {
class Connection;
}

namespace remise::ledger {

/// Whether commands of a group may have been stored before. When they are not expected and were, the key of
/// one says so (db::Error that isDuplicateKey) and nothing is stored.
enum class Known { notExpected, lookedFor };

/// Decides and stores the submissions in one transaction of the connection; replies in their order. `now`
/// gives the time of recording, once their locks are held; `events` is set to how many were written. Throws
/// db::Error; nothing is stored then, unless it is db::UnknownOutcome.
std::vector<domain::CommandReply> commitGroup(db::Connection&, Codes&, const std::vector<const Submission*>&,
                                              Known, const std::function<domain::Milliseconds()>& now,
                                              std::size_t& events);

}  // namespace remise::ledger
