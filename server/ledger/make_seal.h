#pragma once

#include <vector>

#include "server/ledger/codes.h"
#include "server/proof/seal.h"

namespace remise::ledger {

/// The stored seals, in order. Throws std::runtime_error when one cannot be read: somebody changed it.
std::vector<proof::Seal> readSeals(db::Connection&);

/// Seals everything that was recorded since the last seal; nothing new gives a seal without leaves. A seal
/// holds at most 50,000 places of the feed, so after a long pause several are made. Returns the new ones:
/// none when another server was first. Throws std::runtime_error when the ledger lacks what the feed names.
std::vector<proof::Seal> makeSeals(db::Pool&, const Codes&, const proof::SigningKey&,
                                   domain::Milliseconds now);

/// The root over the trees of seals, the newest last.
domain::Digest rootOver(const std::vector<domain::Digest>& leavesRoots);
/// The leaf of a seal's own tree in the tree over all of them.
domain::Digest sealLeafHash(const domain::Digest& leavesRoot);

}  // namespace remise::ledger
