#pragma once

#include <span>
#include <string_view>

#include "server/domain/outcome.h"

namespace remise::domain {

/// All of refusals.h, in its order; the build makes the list of it.
std::span<const RefusalKind* const> everyRefusal();
/// Null when there is none.
const RefusalKind* refusalNamed(std::string_view code);

}  // namespace remise::domain
