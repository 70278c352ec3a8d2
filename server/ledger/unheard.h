#pragma once

#include "db/review_store.h"
#include "server/ledger/writer.h"

namespace remise::ledger {

/// A refusal that nobody could hear, or that came of one: the leader is to look at it.
bool isUnheard(const Submission&, const domain::CommandReply&);

/// Its line of the review list, as of `now`: what the sender says was done, without badges and PINs.
db::Review reviewOf(const Submission&, const domain::CommandReply&, domain::Milliseconds now);

}  // namespace remise::ledger
