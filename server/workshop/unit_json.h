#pragma once

#include <optional>
#include <string>

#include "db/event_store.h"
#include "db/unit_store.h"
#include "server/domain/value.h"

namespace remise::workshop {

/// A unit in a list.
domain::Value unitSummary(const db::UnitRow&);
/// A unit as the association sees it that it was promised to, in a list or alone: its passport, where it
/// stands, its price and its parcel. Chosen member by member, so that nothing of its origin can slip in.
domain::Value unitForAssociation(const db::UnitRow&);
/// A unit with its drives and facts; its events are added by the caller.
domain::Value unitDetail(const db::UnitRow&);

/// How it is known that a certified drive of a unit is erased: `verified` by our own reading, `released` by a
/// leader on another tool's report of a phone, `attested` by two people in old histories.
std::string proofOf(const domain::Value& drive);

}  // namespace remise::workshop
