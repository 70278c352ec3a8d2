#pragma once

#include <string_view>

#include "server/domain/outcome.h"
#include "server/domain/value.h"

namespace remise::wire {

/// Reads JSON that comes from outside. Refuses (not_json) broken JSON or UTF-8, a member named twice,
/// fractions and numbers past 2^53, more than 64 levels of nesting.
domain::Outcome<domain::Value> readJson(std::string_view text);

}  // namespace remise::wire
