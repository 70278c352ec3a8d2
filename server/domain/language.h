#pragma once

#include <string>
#include <string_view>

namespace remise::domain {

/// Languages of pages, screens and refusals. French first; the others come as catalogues of strings.
enum class Language { french, english };

constexpr std::string_view languageTag(Language language) {
    return language == Language::english ? "en" : "fr";
}

/// The same thing as people say it in each language.
struct Words {
    std::string fr, en;

    [[nodiscard]] const std::string& in(Language language) const {
        return language == Language::english ? en : fr;
    }
};

}  // namespace remise::domain
