#pragma once

#include <vector>

#include "server/ledger/codes.h"
#include "server/proof/seal.h"

namespace remise::ledger {

inline constexpr std::int64_t mostPlacesOfASeal = 50'000;

/// The stored seals, in order. Throws std::runtime_error when one cannot be read: somebody changed it.
std::vector<proof::Seal> readSeals(db::Connection&);

/// Seals everything that was recorded since the last seal; nothing new gives a seal without leaves. A seal
/// holds at most `mostPlaces` of the feed, so after a long pause several are made, of which the last has the
/// heads of the house. Returns the new ones: none when another server was first. Throws std::runtime_error
/// when the ledger lacks what the feed names.
std::vector<proof::Seal> makeSeals(db::Pool&, const Codes&, const proof::SigningKey&,
                                   domain::Milliseconds now, std::int64_t mostPlaces = mostPlacesOfASeal);

}  // namespace remise::ledger
