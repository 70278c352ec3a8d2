#include "server/identity/alert_api.h"

#include "db/pool.h"
#include "server/domain/canonical.h"
#include "server/identity/forget_old.h"

namespace remise::identity {
namespace {

using domain::Value;

constexpr int mostOfKind = 500;

http::Reply list(const http::Request& request, db::Pool& pool, Alerts& alerts) {
    alerts.write();
    Value::Array rows;
    for (const db::Alert& alert : db::listAlerts(*pool.take(), request.receivedAt - alertsKept, mostOfKind))
        rows.push_back(Value::Object{{"kind", alert.kind},
                                     {"about", alert.about},
                                     {"count", alert.times},
                                     {"first_at", domain::formatTime(alert.firstAt)},
                                     {"last_at", domain::formatTime(alert.lastAt)},
                                     {"details", domain::readCanonical(alert.details)}});
    return http::Reply::json(Value::Object{{"alerts", rows}});
}

}  // namespace

void addAlertRoutes(http::Router& router, db::Pool& pool, Alerts& alerts) {
    router.add(
        {"GET", "/api/v1/alerts", [&](const http::Request& request) { return list(request, pool, alerts); }});
}

}  // namespace remise::identity
