#pragma once

#include <string_view>

#include "server/domain/language.h"

namespace remise::http {

class Router;

/// The person's own choice (cookie `lang`), else what their browser asks for first, else French.
domain::Language chooseLanguage(std::string_view cookie, std::string_view acceptLanguage);

/// GET /langue/{tag}?retour=/…: keeps the choice in the cookie `lang`, goes back to where the person was.
void addLanguageRoute(Router&);

}  // namespace remise::http
