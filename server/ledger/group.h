#pragma once

#include <vector>

#include "server/ledger/writer.h"

namespace remise::db {
class Connection;
}

namespace remise::ledger {

/// Decides and stores the submissions in one transaction of the connection; replies in their order. `now` is
/// the time of recording; `events` is set to how many were written. Throws db::Error; nothing is stored then,
/// unless it is db::UnknownOutcome.
std::vector<domain::CommandReply> commitGroup(db::Connection&, Codes&, const std::vector<const Submission*>&,
                                              domain::Milliseconds now, std::size_t& events);

}  // namespace remise::ledger
