#pragma once

#include <optional>
#include <utility>

#include "server/domain/entity.h"

namespace remise::terminal {

/// A unit as this terminal knows it: from its history as the server told it, and from what was done here
/// since.
struct KnownUnit {
    domain::Entity now;
    /// As it was before its last event, and that event: for an undo. Nothing when that is not known.
    std::optional<std::pair<domain::Entity, domain::Event>> before;
};

/// From the answer to GET /api/v1/units/CODE: its events, folded. Nothing when they do not lead to what the
/// answer says itself.
std::optional<KnownUnit> foldedFrom(const domain::Value& detail);

/// From an entry of GET /api/v1/floor.
std::optional<KnownUnit> knownFrom(const domain::Value& entry);

/// The unit in the shape of GET /api/v1/units/CODE, for the cards.
domain::Value asLookedUp(const domain::Entity& unit);

/// As it is kept in the cache.
domain::Value toValue(const KnownUnit&);
std::optional<KnownUnit> knownUnitFrom(const domain::Value&);

}  // namespace remise::terminal
