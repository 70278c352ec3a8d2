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

/// How a phase looks: go, wait, stop or info; empty when it is none.
std::string_view benchPhaseTone(std::string_view phase);

/// Where all drives together stand, in thousandths of what is to be done; -1 when nothing is measured.
std::int64_t benchPermil(const domain::Value& state);

/// "2 min", "1 h 05", empty below a second: how long the machine itself still works, never a person.
std::string remainingInWords(std::int64_t seconds, domain::Language);

/// "212 Mo/s".
std::string speedInWords(std::int64_t bytesPerSecond, domain::Language);

}  // namespace remise::workshop
