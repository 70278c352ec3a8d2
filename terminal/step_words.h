#pragma once

#include <string>
#include <string_view>

#include "server/domain/language.h"

namespace remise::terminal {

/// A fact as a worker reads it on a unit's row of steps ("effacé"); the fact's name when it has no word.
std::string_view factWord(std::string_view fact, domain::Language);

/// Where a drive stands, in words.
std::string_view driveWord(std::string_view stage, domain::Language);
/// What a scanned number is, by the name of its meaning: "imei".
std::string_view meaningWord(std::string_view meaning, domain::Language);

}  // namespace remise::terminal
