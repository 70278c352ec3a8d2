#pragma once

#include <string>
#include <string_view>

#include "server/domain/language.h"
#include "server/domain/outcome.h"
#include "server/domain/value.h"

/// What a machine on a bench says of itself. Pure.
namespace remise::workshop {

/// Holds a state to its form: `phase` is one of the words that benchPhaseTone knows; drives and tests have
/// their members and no others. Refused (bad_shape, missing_data…) with the member that is wrong.
domain::Verdict checkBenchState(const domain::Value& state);

/// "212 Mo/s".
std::string speedInWords(std::int64_t bytesPerSecond, domain::Language);

}  // namespace remise::workshop
