#include "server/identity/notice.h"

#include <cstdlib>

#include "server/domain/refusals.h"

namespace remise::identity {

using domain::Value;

namespace {

constexpr domain::Milliseconds bearableSkew = 2 * 60 * 1000;

Value describe(const http::Caller& caller) {
    return Value::Object{{"name", caller.name}, {"site", caller.site}};
}

void raise(Alerts& alerts, AlertKind kind, const http::Request& request, const Value& details) {
    alerts.raise(kind, request.caller.id.text(), details, request.receivedAt);
}

}  // namespace

void noticeRestored(Alerts& alerts, const http::Request& request, std::int64_t own, std::int64_t taken) {
    Value details = describe(request.caller);
    details["counter"] = own;
    details["taken"] = taken;
    raise(alerts, AlertKind::terminalRestored, request, details);
    alerts.write();
}

void noticeClock(Alerts& alerts, const http::Request& request) {
    if (request.caller.role != domain::Role::terminal) return;
    const auto theirs = domain::parseTime(request.header("remise-clock"));
    if (!theirs || std::abs(*theirs - request.receivedAt) <= bearableSkew) return;
    Value details = describe(request.caller);
    details["skew_ms"] = *theirs - request.receivedAt;
    raise(alerts, AlertKind::clockSkew, request, details);
}

void noticeToken(Alerts& alerts, const http::Request& request, const std::optional<db::Terminal>& withdrawn) {
    if (!withdrawn) {
        alerts.raise(AlertKind::tokenRefused, request.remote, Value::Object{}, request.receivedAt);
        return;
    }
    const Value details =
        Value::Object{{"name", withdrawn->name}, {"site", withdrawn->site}, {"address", request.remote}};
    alerts.raise(AlertKind::tokenRefused, withdrawn->id.text(), details, request.receivedAt);
}

void noticeBadge(Alerts& alerts, const http::Request& request, const domain::Refusal& refusal) {
    if (refusal.code() == domain::refusals::badgeRevoked.code)
        raise(alerts, AlertKind::badgeRefused, request, describe(request.caller));
}

void noticeReusedId(Alerts& alerts, const http::Request& request, const domain::Uuid& command) {
    Value details = describe(request.caller);
    details["command"] = command.text();
    raise(alerts, AlertKind::idReused, request, details);
}

}  // namespace remise::identity
