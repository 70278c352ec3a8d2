#include "server/identity/open_session.h"

#include <algorithm>

#include "server/domain/refusals.h"
#include "server/identity/passwords.h"
#include "server/identity/person_rules.h"
#include "server/identity/tries.h"

namespace remise::identity {
namespace {

OpenedSession open(db::Pool& pool, const domain::Uuid& person, db::SessionPurpose purpose,
                   domain::Milliseconds lifetime, domain::Milliseconds now) {
    OpenedSession opened{newToken(), {}};
    opened.session.tokenHash = tokenHash(opened.token);
    opened.session.person = person;
    opened.session.purpose = purpose;
    opened.session.csrf = newToken();
    opened.session.createdAt = opened.session.seenAt = now;
    opened.session.expiresAt = now + lifetime;
    db::transact(pool, [&](db::Connection& connection) { db::insertSession(connection, opened.session); });
    return opened;
}

}  // namespace

domain::Outcome<db::Person> checkAccount(db::Pool& pool, const ServerSecret& secret, const std::string& email,
                                         const std::string& password, const std::string& remote,
                                         domain::Milliseconds now) {
    const domain::Refusal failed(domain::refusals::signInFailed);
    const auto address = normaliseEmail(email);
    if (!address) return failed;
    const auto guess = Try::begin(pool, secret, {{accountTries, *address}, {addressTries, remote}}, now);
    if (!guess) return guess.refusal();
    auto person = db::findPersonByEmail(*pool.take(), *address);
    const bool known = person && person->active && person->passwordHash;
    // Nobody's hash costs what a real one does: the answer's time tells nothing.
    const bool right = passwordMatches(known ? *person->passwordHash : nobodysPasswordHash, password);
    if (!known || !right) return failed;
    guess->wasRight(pool);
    return std::move(*person);
}

OpenedSession openSession(db::Pool& pool, const domain::Uuid& person, domain::Milliseconds now) {
    return open(pool, person, db::SessionPurpose::web, sessionIdleLimit, now);
}

OpenedSession openApiSession(db::Pool& pool, const domain::Uuid& person, domain::Milliseconds now) {
    return open(pool, person, db::SessionPurpose::api, apiSessionLifetime, now);
}

void closeSession(db::Pool& pool, const std::string& token) {
    db::transact(pool, [&](db::Connection& connection) { db::deleteSession(connection, tokenHash(token)); });
}

domain::Milliseconds expiryOf(const db::Session& session, domain::Milliseconds now) {
    if (session.purpose == db::SessionPurpose::api) return session.expiresAt;
    return std::min(now + sessionIdleLimit, session.createdAt + sessionLimit);
}

}  // namespace remise::identity
