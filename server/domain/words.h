#pragma once

#include <cstdint>
#include <string>

#include "server/domain/ids.h"
#include "server/domain/language.h"

/// Money, dates and weights as a person reads them.
namespace remise::domain {

/// `149 €`, `149,50 €`, `€149.50`; the blanks inside do not break.
std::string moneyInWords(std::int64_t cents, Language);
/// `24 novembre 2026`, in French time (Europe/Paris).
std::string dateInWords(Milliseconds, Language);
/// `24 novembre 2026 à 14 h 05`.
std::string momentInWords(Milliseconds, Language);
/// `1 240` or `1,240`.
std::string numberInWords(std::int64_t, Language);
/// `2,2 kg`, one decimal, none from 100 kg on.
std::string weightInWords(std::int64_t grams, Language);
/// French legal time of a moment, in milliseconds to add to UTC.
Milliseconds parisOffset(Milliseconds utc);

}  // namespace remise::domain
