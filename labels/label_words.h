#pragma once

#include <string>
#include <string_view>

#include "server/domain/language.h"

namespace remise::labels {

/// A word that labels are printed with, from labels/words; null when the catalogue of this language lacks it.
const std::string* labelWord(std::string_view key, domain::Language);

}  // namespace remise::labels
