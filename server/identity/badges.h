#pragma once

#include <string>
#include <string_view>

#include "db/database.h"
#include "db/person_store.h"
#include "server/domain/outcome.h"
#include "server/identity/recent.h"
#include "server/identity/secrets.h"

namespace remise::identity {

/// Whose badge was scanned.
struct BadgeHolder {
    domain::Uuid person;
    std::string name;
    domain::Role role = domain::Role::worker;
    std::string site;
    std::string language;
    db::Actors actors;
};

/// Badges and PINs, at a terminal. What a badge says is remembered for a few seconds. Safe from several
/// threads.
class Badges {
public:
    Badges(db::Pool& pool, const ServerSecret& secret) : m_pool(pool), m_secret(secret) {}

    /// Refused when it is no badge, unknown, revoked, or of another site than the terminal's.
    domain::Outcome<BadgeHolder> resolve(std::string_view scanned, std::string_view site,
                                         domain::Milliseconds now);

    /// Refused when the PIN is wrong or the person has none (pin_wrong), or after too many tries. The same
    /// wrong PIN again within seconds is no other guess: a terminal may send it with each of many commands.
    domain::Verdict checkPin(const domain::Uuid& person, std::string_view pin, domain::Milliseconds now);

    /// Another person's badge and PIN, for what takes two; refused (same_person) when it is the first one's.
    domain::Outcome<BadgeHolder> secondSignature(std::string_view scanned, std::string_view pin,
                                                 const BadgeHolder& first, domain::Milliseconds now);

private:
    domain::Outcome<BadgeHolder> look(const domain::Digest& hash, domain::Milliseconds now);

    db::Pool& m_pool;
    const ServerSecret m_secret;
    Recent<BadgeHolder> m_recent{mostRemembered};
    Recent<bool> m_wrongPins{mostRemembered};
};

/// The pseudonyms this person writes under today (UTC), made when missing.
db::Actors actorsFor(db::Pool&, const domain::Uuid& person, domain::Milliseconds now);

}  // namespace remise::identity
