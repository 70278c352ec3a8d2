#include "server/identity/tries.h"

#include "db/session_store.h"
#include "server/domain/refusals.h"

namespace remise::identity {
namespace {

domain::Refusal tooMany(const TryLimit& limit) {
    return domain::Refusal(domain::refusals::tooManyTries,
                           {{"minutes", std::to_string(limit.within / aMinute)}});
}

}  // namespace

domain::Outcome<Try> Try::begin(db::Pool& pool, const ServerSecret& secret,
                                const std::vector<Subject>& subjects, domain::Milliseconds now) {
    Try made;
    const auto connection = pool.take();
    for (const auto& [limit, text] : subjects) {
        const auto subject = secret.keyedHash(limit.purpose, text);
        if (made.m_numbers.empty()) made.m_first = subject;
        // Committed before it is counted: of those who come together, each sees at least all before it.
        made.m_numbers.push_back(db::insertTry(*connection, subject, now));
        if (db::countTries(*connection, subject, now - limit.within) > limit.most) {
            for (const auto number : made.m_numbers)
                db::deleteTry(*connection, number);
            return tooMany(limit);
        }
    }
    return made;
}

void Try::wasRight(db::Pool& pool) const {
    const auto connection = pool.take();
    for (const auto number : m_numbers)
        db::deleteTry(*connection, number);
    db::deleteTriesOf(*connection, m_first);
}

}  // namespace remise::identity
