#pragma once

#include <string>
#include <string_view>

#include "db/unit_store.h"
#include "server/domain/value.h"

namespace remise::workshop {

/// What anybody may know of a unit: what it is, grade, tests, that and how it was erased, what its second
/// life spares. Chosen member by member, so that no serial, donor, client or person can slip in.
domain::Value passportOf(const db::UnitRow&);

}  // namespace remise::workshop
