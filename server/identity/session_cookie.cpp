#include "server/identity/session_cookie.h"

#include "server/identity/open_session.h"

namespace remise::identity {
namespace {

/// Browsers accept a name with __Host- only over TLS and for this very host: no neighbour can plant one.
const char* nameOver(Transport transport) {
    return transport == Transport::tls ? "__Host-remise_session" : "remise_session";
}

std::string flags(Transport transport) {
    return std::string("; Path=/; HttpOnly; SameSite=Lax") + (transport == Transport::tls ? "; Secure" : "");
}

}  // namespace

Transport SessionCookie::transportOf(const http::Request& request) const {
    return request.secure ? Transport::tls : m_outside;
}

std::optional<std::string> SessionCookie::tokenOf(const http::Request& request) const {
    const auto found = request.cookies.find(nameOver(transportOf(request)));
    if (found == request.cookies.end() || found->second.empty()) return {};
    return found->second;
}

void SessionCookie::give(http::Reply& reply, const http::Request& request, const std::string& token) const {
    const auto transport = transportOf(request);
    reply.with("Set-Cookie", nameOver(transport) + ("=" + token) + flags(transport) +
                                 "; Max-Age=" + std::to_string(sessionLimit / 1000));
}

void SessionCookie::takeBack(http::Reply& reply, const http::Request& request) const {
    const auto transport = transportOf(request);
    reply.with("Set-Cookie", nameOver(transport) + std::string("=") + flags(transport) + "; Max-Age=0");
}

}  // namespace remise::identity
