#pragma once

#include <string>

#include "db/database.h"
#include "db/session_store.h"
#include "server/domain/outcome.h"
#include "server/identity/secrets.h"
#include "server/identity/tries.h"

/// Deeds of signing in and out.
namespace remise::identity {

inline constexpr domain::Milliseconds sessionIdleLimit = 12 * anHour;   ///< unused as long as this, it ends
inline constexpr domain::Milliseconds sessionLimit = 14 * 24 * anHour;  ///< and after this in any case
inline constexpr domain::Milliseconds apiSessionLifetime = 12 * anHour;
inline constexpr domain::Milliseconds sessionRenewedEvery = 5 * aMinute;  ///< at most one write in this time

/// A session just opened. Its token is made here and never taken from outside, so that nobody can plant one.
struct OpenedSession {
    std::string token;
    db::Session session;
};

/// Who has this e-mail address and password. Unknown address, wrong password and dismissed person get the
/// same refusal (sign_in_failed) after the same time; past the limit on tries, too_many_tries.
domain::Outcome<db::Person> checkAccount(db::Pool&, const ServerSecret&, const std::string& email,
                                         const std::string& password, const std::string& remote,
                                         domain::Milliseconds now);

OpenedSession openSession(db::Pool&, const domain::Uuid& person, domain::Milliseconds now);
/// A person's token for programs (Authorization: Bearer); it lives as long as apiSessionLifetime, used or
/// not.
OpenedSession openApiSession(db::Pool&, const domain::Uuid& person, domain::Milliseconds now);
void closeSession(db::Pool&, const std::string& token);

/// Until when a session lives that is seen `now`.
domain::Milliseconds expiryOf(const db::Session&, domain::Milliseconds now);

}  // namespace remise::identity
