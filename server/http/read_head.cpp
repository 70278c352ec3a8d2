#include "server/http/read_head.h"

#include "server/domain/refusals.h"
#include "server/http/choose_language.h"
#include "server/http/escapes.h"

namespace remise::http {
namespace {

namespace refusals = domain::refusals;
using domain::Refusal;
using domain::Verdict;

bool mustBeSingle(const std::string& name) {
    return name == "content-length" || name == "transfer-encoding" || name == "authorization" ||
           name == "content-type" || name == "host";
}

Verdict readHeaders(const Head& head, Request& request) {
    std::size_t size = 0;
    for (const auto& [name, value] : head.headers) {
        size += name.size() + value.size();
        if (size > largestHead) return Refusal(refusals::headersTooLarge);
        if (!isPlainText(value)) return Refusal(refusals::badRequest, {{"why", "headers"}});
        const std::string lower = lowerCase(name);
        const auto [known, isNew] = request.headers.emplace(lower, value);
        if (!isNew && mustBeSingle(lower)) return Refusal(refusals::badRequest, {{"why", lower}});
        if (!isNew) known->second += (lower == "cookie" ? "; " : ", ") + value;
    }
    return {};
}

Verdict readTarget(std::string_view target, Request& request) {
    if (target.size() > longestAddress)
        return Refusal(refusals::addressTooLong, {{"limit", std::to_string(longestAddress)}});
    const auto question = target.find('?');
    request.path = target.substr(0, question);
    if (!request.path.starts_with('/') || !isPlainText(target)) return Refusal(refusals::badAddress);
    if (question == target.npos) return {};
    const auto pairs = readPairs(target.substr(question + 1), 100);
    if (!pairs) return Refusal(refusals::badAddress);
    for (const auto& [name, value] : *pairs)
        request.query.emplace(name, value);
    return {};
}

}  // namespace

Verdict readHead(const Head& head, Request& request) {
    request.method = head.method;
    const Verdict headers = readHeaders(head, request);
    request.cookies = readCookies(request.header("cookie"));
    const auto lang = request.cookies.find("lang");
    request.language =
        chooseLanguage(lang == request.cookies.end() ? "" : lang->second, request.header("accept-language"));
    const Verdict target = readTarget(head.target, request);
    return headers ? target : headers;
}

}  // namespace remise::http
