#include "server/http/choose_language.h"

#include <cstdlib>
#include <optional>
#include <string>

#include "server/domain/refusals.h"
#include "server/http/escapes.h"
#include "server/http/router.h"

namespace remise::http {
namespace {

std::optional<domain::Language> languageOf(std::string_view tag) {
    if (tag == "fr" || tag.starts_with("fr-")) return domain::Language::french;
    if (tag == "en" || tag.starts_with("en-")) return domain::Language::english;
    return {};
}

/// The q of "en;q=0.8"; 1 when there is none.
double weight(std::string_view range) {
    const auto q = range.find("q=");
    return q == range.npos ? 1.0 : std::strtod(std::string(range.substr(q + 2)).c_str(), nullptr);
}

}  // namespace

domain::Language chooseLanguage(std::string_view cookie, std::string_view acceptLanguage) {
    if (const auto chosen = languageOf(cookie)) return *chosen;
    auto best = domain::Language::french;
    double bestWeight = 0;
    const std::string ranges = lowerCase(acceptLanguage);
    for (const std::string_view range : split(ranges, ',')) {
        const auto language = languageOf(trimmed(split(range, ';').front()));
        if (language && weight(range) > bestWeight) {
            best = *language;
            bestWeight = weight(range);
        }
    }
    return best;
}

void addLanguageRoute(Router& router) {
    router.add({.method = "GET",
                .pattern = "/langue/{tag}",
                .handler =
                    [](const Request& request) {
                        const auto language = languageOf(request.parameter("tag"));
                        if (!language)
                            return Reply::problem(domain::Refusal(domain::refusals::notFound),
                                                  request.language);
                        const std::string cookie = "lang=" + std::string(domain::languageTag(*language)) +
                                                   "; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly";
                        return Reply::redirect(localAddress(request.queryValue("retour").value_or("/"), "/"))
                            .with("Set-Cookie", cookie);
                    },
                .access = Access::open});
}

}  // namespace remise::http
