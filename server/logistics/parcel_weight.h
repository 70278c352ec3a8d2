#pragma once

#include <cstdint>
#include <string_view>

#include "server/domain/outcome.h"

namespace remise::logistics {

/// Kilos as people type them ("2,2", "2.2", "12") in grams; refused (number_out_of_range) unless they are
/// from 0.01 to 100.
domain::Outcome<std::int64_t> parcelWeight(std::string_view kilos);

}  // namespace remise::logistics
