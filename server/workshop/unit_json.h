#pragma once

#include <string>

#include "db/event_store.h"
#include "db/unit_store.h"
#include "server/domain/value.h"

namespace remise::workshop {

/// A unit in a list.
domain::Value unitSummary(const db::UnitRow&);
/// A unit with its drives and facts; its events are added by the caller.
domain::Value unitDetail(const db::UnitRow&);
/// An event with all that its hash is over, its place in the chain, and the hash: enough to check it.
domain::Value eventDetail(const db::StoredEvent&, std::string_view code, const domain::Digest& previous);

}  // namespace remise::workshop
