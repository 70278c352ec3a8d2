#pragma once

#include <string_view>

namespace remise::domain {

/// Languages of pages, screens and refusals. French first; the others come as catalogues of strings.
enum class Language { french, english };

constexpr std::string_view languageTag(Language language) {
    return language == Language::english ? "en" : "fr";
}

}  // namespace remise::domain
