#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "db/database.h"
#include "db/session_store.h"
#include "server/domain/outcome.h"
#include "server/http/request.h"
#include "server/identity/alerts.h"
#include "server/identity/recent.h"
#include "server/identity/session_cookie.h"

namespace remise::identity {

/// Tells who asks. What it finds is remembered for a few seconds, so that not every request asks the
/// database. Safe from several threads.
class Authenticator {
public:
    Authenticator(db::Pool& pool, SessionCookie cookie, Alerts& alerts)
        : m_pool(pool), m_cookie(cookie), m_alerts(alerts) {}

    /// Fills `caller` from the bearer token (a terminal, or a person's program) or the session cookie.
    /// A cookie that no longer counts is the public, so that open pages still open; a bearer token that does
    /// not is refused (token_unknown), and the manager is told.
    domain::Verdict authenticate(http::Request&);

    /// Ends the session of this request's cookie, here at once, on other servers within seconds.
    void signOut(const http::Request&);
    [[nodiscard]] const SessionCookie& cookie() const { return m_cookie; }

private:
    std::optional<http::Caller> findBearer(const http::Request&, const domain::Digest& hash);
    std::optional<http::Caller> findSession(const domain::Digest& hash, db::SessionPurpose,
                                            domain::Milliseconds now);

    db::Pool& m_pool;
    const SessionCookie m_cookie;
    Alerts& m_alerts;
    Recent<http::Caller> m_bearers{mostRemembered};
    Recent<http::Caller> m_sessions{mostRemembered};
};

/// The station a command names, held against where its terminal stands; empty stands for the terminal's own.
/// Refused (station_not_here) when it is another one.
domain::Outcome<std::string> stationFor(const http::Caller&, std::string_view claimed);

}  // namespace remise::identity
