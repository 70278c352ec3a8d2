#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/domain/language.h"
#include "server/domain/value.h"

/// How a machine on a bench stands, as it says of itself (`POST /api/v1/benches/REPORT`): what whoever shows
/// it reads out of that. Pure.
namespace remise::domain {

/// How a phase looks: go, wait, stop or info; empty when it is none.
std::string_view benchPhaseTone(std::string_view phase);

/// Nothing more comes of it: it has done all that it was to do, or has failed.
bool isBenchPhaseOver(std::string_view phase);

/// It has not spoken for a while, though more would come of it.
bool isBenchLost(const Value& state, bool isSilent);

/// Smaller comes first where benches are listed: those that need hands, then those that have failed, that
/// wait, that work, and that are done.
int benchUrgency(const Value& state, bool isSilent);

/// Where all drives together stand, in thousandths of what is to be done; -1 when nothing is measured.
std::int64_t benchPermil(const Value& state);

/// How long the drives still take, in seconds: all are done at once, the slowest tells. 0 when none says.
std::int64_t benchSecondsLeft(const Value& state);

/// "2 min", "1 h 05", empty below a second: how long the machine itself still works, never a person.
std::string remainingInWords(std::int64_t seconds);

}  // namespace remise::domain
