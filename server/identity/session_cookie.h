#pragma once

#include <optional>
#include <string>

#include "server/http/reply.h"
#include "server/http/request.h"

namespace remise::identity {

/// How browsers reach us: `tls` also where a proxy in front ends TLS.
enum class Transport { plain, tls };

/// The cookie that holds a session's token: out of reach for scripts, not sent along by other sites' forms,
/// and over TLS neither sent nor replaceable without it.
class SessionCookie {
public:
    explicit SessionCookie(Transport outside) : m_outside(outside) {}

    [[nodiscard]] std::optional<std::string> tokenOf(const http::Request&) const;
    void give(http::Reply&, const http::Request&, const std::string& token) const;
    void takeBack(http::Reply&, const http::Request&) const;

private:
    [[nodiscard]] Transport transportOf(const http::Request&) const;

    Transport m_outside;
};

}  // namespace remise::identity
