#pragma once

#include "db/database.h"
#include "server/domain/ids.h"

namespace remise::identity {

/// How long the ledger's daily authors can be resolved: long enough to ask somebody about their work.
inline constexpr int daysOfActors = 7;
/// How long managers can look back at alerts.
inline constexpr domain::Milliseconds alertsKept = 90LL * 24 * 60 * 60 * 1000;

struct Forgotten {
    std::uint64_t sessions = 0;
    std::uint64_t tries = 0;
    std::uint64_t actors = 0;
    std::uint64_t alerts = 0;
};

/// Erases what is kept no longer: sessions that ended, old tries to sign in, pseudonyms of days long gone,
/// old alerts. May run on several servers at once.
Forgotten forgetOld(db::Pool&, domain::Milliseconds now);

}  // namespace remise::identity
