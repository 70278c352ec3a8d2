#include "server/http/form_token.h"

#include "server/domain/refusals.h"

namespace remise::http {
namespace {

bool isSafe(std::string_view method) {
    return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

/// Takes the same time wherever the difference is, so that a token can't be guessed letter by letter.
bool isSame(std::string_view a, std::string_view b) {
    unsigned difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

std::string sentToken(const Request& request) {
    if (const std::string token = request.header("x-csrf-token"); !token.empty()) return token;
    const auto form = request.form();
    return form ? form->exactText("csrf") : "";
}

}  // namespace

domain::Verdict checkFormToken(const Request& request) {
    if (isSafe(request.method)) return {};
    if (request.header("sec-fetch-site") == "cross-site") return domain::Refusal(domain::refusals::otherSite);
    if (!request.caller.csrf.empty() && !isSame(sentToken(request), request.caller.csrf))
        return domain::Refusal(domain::refusals::formExpired);
    return {};
}

}  // namespace remise::http
