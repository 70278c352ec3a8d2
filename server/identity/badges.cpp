#include "server/identity/badges.h"

#include "server/domain/codes.h"
#include "server/domain/refusals.h"
#include "server/identity/passwords.h"
#include "server/identity/tries.h"

namespace remise::identity {

using domain::Refusal;
namespace refusals = domain::refusals;

domain::Outcome<BadgeHolder> Badges::resolve(std::string_view scanned, std::string_view site,
                                             domain::Milliseconds now) {
    if (domain::codeKind(scanned) != domain::CodeKind::badge) return Refusal(refusals::notABadge);
    auto holder = look(badgeHash(m_secret, scanned), now);
    if (holder && holder->site != site) return Refusal(refusals::badgeNotHere);
    return holder;
}

domain::Outcome<BadgeHolder> Badges::look(const domain::Digest& hash, domain::Milliseconds now) {
    if (auto holder = m_recent.find(hash, now)) return std::move(*holder);
    auto found = db::transact(m_pool, [&](db::Connection& connection) -> domain::Outcome<BadgeHolder> {
        const auto badge = db::findBadge(connection, hash);
        if (!badge) return Refusal(refusals::badgeUnknown);
        const db::Person& person = badge->person;
        if (badge->revokedAt || !person.active) return Refusal(refusals::badgeRevoked);
        return BadgeHolder{person.id,   person.name,     person.role,
                           person.site, person.language, db::actorsOf(connection, person.id, now)};
    });
    if (found) m_recent.keep(hash, *found, now, rememberedUntil(now));
    return found;
}

domain::Verdict Badges::checkPin(const domain::Uuid& person, std::string_view pin, domain::Milliseconds now) {
    const auto said = m_secret.keyedHash("wrong pin", person.text() + " " + std::string(pin));
    if (m_wrongPins.find(said, now)) return Refusal(refusals::pinWrong);
    const auto guess = Try::begin(m_pool, m_secret, {{pinTries, person.text()}}, now);
    if (!guess) return guess.refusal();
    const auto found = db::findPerson(*m_pool.take(), person);
    if (!found || !found->pinHash || !pinMatches(m_secret, *found->pinHash, pin)) {
        m_wrongPins.keep(said, true, now, now + memory);
        return Refusal(refusals::pinWrong);
    }
    guess->wasRight(m_pool);
    return {};
}

domain::Outcome<BadgeHolder> Badges::secondSignature(std::string_view scanned, std::string_view pin,
                                                     const BadgeHolder& first, domain::Milliseconds now) {
    auto second = resolve(scanned, first.site, now);
    if (!second) return second;
    if (second->person == first.person) return Refusal(refusals::samePerson);
    if (const auto right = checkPin(second->person, pin, now); !right) return right.refusal();
    return second;
}

db::Actors actorsFor(db::Pool& pool, const domain::Uuid& person, domain::Milliseconds now) {
    return db::transact(pool,
                        [&](db::Connection& connection) { return db::actorsOf(connection, person, now); });
}

}  // namespace remise::identity
