#include "server/identity/forget_old.h"

#include "db/alert_store.h"
#include "db/session_store.h"
#include "server/identity/tries.h"

namespace remise::identity {

Forgotten forgetOld(db::Pool& pool, domain::Milliseconds now) {
    const auto count = [&](auto erase) { return db::transact(pool, erase); };
    return {
        count([&](db::Connection& connection) { return db::deleteExpiredSessions(connection, now); }),
        count([&](db::Connection& connection) { return db::deleteTriesBefore(connection, now - anHour); }),
        count([&](db::Connection& connection) {
            return db::eraseActorsOlderThan(connection, daysOfActors, now);
        }),
        count([&](db::Connection& connection) {
            return db::deleteAlertsBefore(connection, now - alertsKept);
        })};
}

}  // namespace remise::identity
