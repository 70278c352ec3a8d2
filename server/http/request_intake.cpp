#include "server/http/request_intake.h"

#include <chrono>

#include "server/domain/refusals.h"
#include "server/http/client_address.h"
#include "server/http/escapes.h"
#include "server/http/router.h"

namespace remise::http {
namespace {

std::optional<std::string> headerOf(const Request& request, const std::string& name) {
    const auto found = request.headers.find(name);
    return found == request.headers.end() ? std::nullopt : std::optional(found->second);
}

domain::Milliseconds now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

}  // namespace

bool RequestIntake::take(std::string& received) {
    if (m_isWhole) return true;
    if (received.empty()) return false;
    m_hasBegun = true;
    if (m_body) return takeBody(received);
    const auto isThere = m_head.take(received);
    if (isThere && !*isThere) return false;
    readWholeHead();
    if (!isThere) {
        refuse(isThere.refusal());
        return true;
    }
    received.erase(0, m_head.length());
    if (m_refusal) return true;
    if (const auto begun = beginBody(); !begun) refuse(begun.refusal());
    return m_isWhole || takeBody(received);
}

void RequestIntake::refuse(domain::Refusal refusal) {
    m_bodyIsLeft = m_bodyIsLeft || !m_isWhole;
    if (m_request.receivedAt == 0) readWholeHead();
    m_refusal = std::move(refusal);
    m_isWhole = true;
}

/// A head that was refused before its end is read as far as it came, to answer in the asker's language.
void RequestIntake::readWholeHead() {
    m_request.remote = m_origin->peer;
    m_request.secure = m_origin->isSecure;
    m_request.receivedAt = now();
    const auto read = readHead(m_head.head(), m_request);
    m_head.forget();
    if (!m_origin->trustedProxy.empty())
        m_request.remote =
            clientAddress(m_origin->peer, m_request.header("x-forwarded-for"), m_origin->trustedProxy);
    if (!read && !m_isWhole) {
        m_bodyIsLeft = m_isWhole = true;
        m_refusal = read.refusal();
    }
}

domain::Verdict RequestIntake::beginBody() {
    const auto coding = headerOf(m_request, "transfer-encoding");
    const auto framing = bodyFraming(headerOf(m_request, "content-length"), coding);
    if (!framing) return framing.refusal();
    if (coding && m_head.isOld())  // a proxy of that time would not have understood it
        return domain::Refusal(domain::refusals::badRequest, {{"why", "Transfer-Encoding"}});
    m_request.route = m_router->find(m_request);
    m_body.emplace(*framing, limit());
    m_bodyIsLeft = !framing->isEmpty();
    m_expects = m_bodyIsLeft && lowerCase(m_request.header("expect")) == "100-continue";
    if (!m_request.route) m_isWhole = true;  // the router says that nothing is there
    return {};
}

/// Who brings a token or a session is believed for now; the router knows better before the handler is called.
std::size_t RequestIntake::limit() const {
    if (!m_request.route) return 0;
    const bool isPublic = !m_request.headers.contains("authorization") && m_request.cookies.empty();
    return isPublic ? std::min(m_request.route->bodyLimit, m_request.route->publicBodyLimit)
                    : m_request.route->bodyLimit;
}

bool RequestIntake::takeBody(std::string& received) {
    std::string_view rest = received;
    const auto isThere = m_body->take(rest);
    received.erase(0, received.size() - rest.size());
    if (!isThere) {
        refuse(isThere.refusal());
        return true;
    }
    if (!*isThere) return false;
    m_request.body = m_body->release();
    m_body.reset();
    m_bodyIsLeft = false;
    return m_isWhole = true;
}

bool RequestIntake::takeExpectation() {
    return std::exchange(m_expects, false) && !m_isWhole;
}

bool RequestIntake::mayGoOn() const {
    if (m_bodyIsLeft) return false;
    const std::string wish = lowerCase(m_request.header("connection"));
    return m_head.isOld() ? wish == "keep-alive" : wish.find("close") == wish.npos;
}

}  // namespace remise::http
