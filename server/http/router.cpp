#include "server/http/router.h"

#include <algorithm>
#include <iostream>
#include <random>

#include "server/domain/refusals.h"
#include "server/http/body_intake.h"
#include "server/http/form_token.h"

namespace remise::http {
namespace {

namespace refusals = domain::refusals;

/// What a person reads to us on the telephone, and what the log has: nine digits.
void numberRequest(Request& request) {
    thread_local std::mt19937 random{std::random_device{}()};
    if (request.id.empty())
        request.id = std::to_string(std::uniform_int_distribution<int>(100'000'000, 999'999'999)(random));
}

Reply problem(const Request& request, const domain::Refusal& refusal) {
    return Reply::problem(refusal, request.language);
}

std::string causes(const std::exception& fault) {
    std::string text = fault.what();
    try {
        std::rethrow_if_nested(fault);
    } catch (const std::exception& cause) {
        text += ": " + causes(cause);
    }
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20; }, ' ');
    return text;
}

bool has(const Reply& reply, std::string_view name) {
    return std::any_of(reply.headers.begin(), reply.headers.end(),
                       [&](const auto& h) { return h.first == name; });
}

void addCommonHeaders(Reply& reply, const Request& request) {
    reply.with("X-Request-Id", request.id)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "same-origin")
        .with("Content-Security-Policy",
              "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src "
              "'self'; "
              "form-action 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'");
    if (request.caller.role)  // what one person may see must not wait in a cache for the next one
        std::erase_if(reply.headers, [](const auto& h) { return h.first == "Cache-Control"; });
    if (!has(reply, "Cache-Control")) reply.with("Cache-Control", "no-store");
}

}  // namespace

Guards noGuards() {
    return {[](Request&) { return domain::Verdict(); },
            [](const Request&, const Route&) { return domain::Verdict(); },
            {},
            {}};
}

Router::Router(Guards guards) : m_guards(std::move(guards)) {
}

void Router::add(Route route) {
    for (const Route& known : m_routes)
        if (known.method == route.method && known.pattern == route.pattern)
            throw std::logic_error("route given twice: " + route.method + " " + route.pattern);
    m_patterns.emplace_back(route.pattern);
    m_routes.push_back(std::move(route));
}

Reply Router::dispatch(Request& request) const {
    numberRequest(request);
    return finish(request, safely(request, [&] { return answer(request); }));
}

Reply Router::refuse(Request& request, const domain::Refusal& refusal) const {
    numberRequest(request);
    return finish(request, Reply::problem(refusal, request.language));
}

Reply Router::refuseAtOnce(Request& request, const domain::Refusal& refusal) const {
    numberRequest(request);
    return complete(request, Reply::problem(refusal, request.language));
}

Reply Router::finish(const Request& request, Reply reply) const {
    if (reply.refusal && request.wantsHtml() && m_guards.refusalPage)
        reply = forBrowser(request, std::move(reply));
    return complete(request, std::move(reply));
}

Reply Router::complete(const Request& request, Reply reply) const {
    addCommonHeaders(reply, request);
    if (m_tlsOnly) reply.with("Strict-Transport-Security", "max-age=31536000");
    if (reply.status == 503 && !has(reply, "Retry-After")) reply.with("Retry-After", "1");
    ++m_traffic.answered[static_cast<std::size_t>(std::clamp(reply.status / 100, 0, 5))];
    return reply;
}

const Route* Router::find(Request& request) const {
    const auto segments = pathSegments(request.path);
    if (!segments) return nullptr;
    const std::string_view method = request.method == "HEAD" ? "GET" : std::string_view(request.method);
    const RoutePattern* best = nullptr;
    for (std::size_t i = 0; i < m_routes.size(); ++i) {
        if (m_routes[i].method != method || (best && !m_patterns[i].isMorePreciseThan(*best))) continue;
        if (auto parameters = m_patterns[i].match(*segments)) {
            best = &m_patterns[i];
            request.parameters = std::move(*parameters);
        }
    }
    return best ? &m_routes[static_cast<std::size_t>(best - m_patterns.data())] : nullptr;
}

Reply Router::answer(Request& request) const {
    if (!request.route) request.route = find(request);
    return request.route ? call(request) : nothingThere(request);
}

Reply Router::nothingThere(const Request& request) const {
    const auto segments = pathSegments(request.path);
    if (!segments) return problem(request, domain::Refusal(refusals::badAddress));
    const std::string allowed = allowedMethods(*segments);
    if (allowed.empty()) return problem(request, domain::Refusal(refusals::notFound));
    if (request.method == "OPTIONS") return Reply::empty().with("Allow", allowed);
    return problem(request, domain::Refusal(refusals::methodNotAllowed, {{"method", request.method}}))
        .with("Allow", allowed);
}

Reply Router::call(Request& request) const {
    const Route& route = *request.route;
    if (route.access == Access::guarded) {
        if (const auto known = m_guards.authenticate(request); !known)
            return problem(request, known.refusal());
        if (const auto allowed = m_guards.authorise(request, route); !allowed)
            return problem(request, allowed.refusal());
    }
    const std::size_t limit =
        request.caller.role ? route.bodyLimit : std::min(route.bodyLimit, route.publicBodyLimit);
    if (request.body.size() > limit) return problem(request, tooLarge(limit));
    if (const auto ours = checkFormToken(request); !ours) return problem(request, ours.refusal());
    return route.handler(request);
}

Reply Router::forBrowser(const Request& request, Reply plain) const {
    Reply page = safely(request, [&] { return m_guards.refusalPage(*plain.refusal, request); });
    if (page.refusal)  // the page itself could not be made: the plain problem is better than nothing
        return plain;
    for (auto& header : plain.headers)
        if (header.first != "Content-Language") page.headers.push_back(std::move(header));
    return page;
}

Reply Router::safely(const Request& request, const std::function<Reply()>& work) const {
    try {
        return work();
    } catch (const std::exception& fault) {
        std::cerr << "fault " << request.id << ", " << request.method << ' ' << request.path << ": "
                  << causes(fault) << std::endl;
        if (const auto explained = m_guards.explainFault ? m_guards.explainFault(fault) : std::nullopt)
            return problem(request, *explained);
        return problem(request, domain::Refusal(refusals::internalFault, {{"trace", request.id}}));
    }
}

std::string Router::allowedMethods(const std::vector<std::string>& segments) const {
    std::string allowed;
    for (std::size_t i = 0; i < m_routes.size(); ++i)
        if (m_patterns[i].match(segments) && allowed.find(m_routes[i].method) == allowed.npos)
            allowed += m_routes[i].method + (m_routes[i].method == "GET" ? ", HEAD, " : ", ");
    return allowed.empty() ? allowed : allowed + "OPTIONS";
}

}  // namespace remise::http
