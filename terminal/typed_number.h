#pragma once

#include <QString>
#include <cstdint>
#include <optional>

#include "terminal/procedure.h"

namespace remise::terminal {

/// The text on the number pad after one more key: a digit, "," or "back". Keys that make no number are
/// ignored.
QString typedAfter(const QString& typed, const QString& key, const NumberRange& range);

/// The integer that the text stands for ("2,4" with 3 decimals is 2400); nothing as long as there is no
/// digit.
std::optional<std::int64_t> typedNumber(const QString& typed, const NumberRange& range);

}  // namespace remise::terminal
