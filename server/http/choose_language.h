#pragma once

#include <string_view>

#include "server/domain/language.h"

namespace remise::http {

/// The person's own choice (cookie `lang`), else what their browser asks for first, else French.
domain::Language chooseLanguage(std::string_view cookie, std::string_view acceptLanguage);

}  // namespace remise::http
