#include "server/identity/terminal_api.h"

#include "db/counter_store.h"
#include "server/domain/refusals.h"
#include "server/identity/enrol_terminal.h"
#include "server/identity/notice.h"
#include "server/wire/json.h"

namespace remise::identity {
namespace {

using domain::Value;

constexpr std::size_t smallBody = 4096;

/// An object whose members `names` are all text.
domain::Outcome<Value> readTexts(const http::Request& request,
                                 std::initializer_list<std::string_view> names) {
    const auto body = wire::readJson(request.body);
    if (!body) return body;
    for (const auto name : names)
        if (!(*body)[name].isText())
            return domain::Refusal(domain::refusals::badShape, {{"why", "\"" + std::string(name) + "\""}});
    return body;
}

Value describe(const EnrolledTerminal& terminal) {
    Value::Object members{{"terminal", terminal.id.text()},
                          {"name", terminal.name},
                          {"token", terminal.token},
                          {"site", terminal.place.site}};
    if (terminal.place.station) members["station"] = *terminal.place.station;
    return members;
}

http::Reply enrol(const http::Request& request, db::Pool& pool, const ServerSecret& secret) {
    const auto body = readTexts(request, {"code", "name"});
    if (!body) return http::Reply::problem(body.refusal(), request.language);
    const auto enrolled = enrolTerminal(pool, secret, body->textOr("code"), body->textOr("name"),
                                        request.remote, request.receivedAt);
    if (!enrolled) return http::Reply::problem(enrolled.refusal(), request.language);
    return http::Reply::json(describe(*enrolled), 201).with("Cache-Control", "no-store");
}

/// The alert is there before the terminal hears of it and goes on from our number.
http::Reply tellSelf(const http::Request& request, db::Pool& pool, Alerts& alerts) {
    const auto body = wire::readJson(request.body);
    if (!body) return http::Reply::problem(body.refusal(), request.language);
    const std::int64_t own = body->integerOr("counter", -1);
    if (own < 0)
        return http::Reply::problem(domain::Refusal(domain::refusals::badShape, {{"why", "\"counter\""}}),
                                    request.language);
    const http::Caller& caller = request.caller;
    const std::int64_t taken = db::highestCounter(*pool.take(), caller.id);
    noticeClock(alerts, request);
    if (own < taken) noticeRestored(alerts, request, own, taken);
    Value self = Value::Object{{"name", caller.name},
                               {"site", caller.site},
                               {"counter", taken},
                               {"restored", own < taken},
                               {"now", domain::formatTime(request.receivedAt)}};
    if (caller.station) self["station"] = *caller.station;
    return http::Reply::json(self);
}

http::Reply greet(const http::Request& request, Badges& badges, Alerts& alerts) {
    const auto body = readTexts(request, {"badge"});
    if (!body) return http::Reply::problem(body.refusal(), request.language);
    const auto holder = badges.resolve(body->textOr("badge"), request.caller.site, request.receivedAt);
    if (!holder) {
        noticeBadge(alerts, request, holder.refusal());
        return http::Reply::problem(holder.refusal(), request.language);
    }
    return http::Reply::json(Value::Object{
        {"name", holder->name}, {"role", domain::roleName(holder->role)}, {"language", holder->language}});
}

}  // namespace

void addTerminalRoutes(http::Router& router, db::Pool& pool, const ServerSecret& secret, Badges& badges,
                       Alerts& alerts) {
    router.add({"POST", "/api/v1/terminals",
                [&](const http::Request& request) { return enrol(request, pool, secret); }, smallBody});
    router.add({"POST", "/api/v1/terminals/self",
                [&](const http::Request& request) { return tellSelf(request, pool, alerts); }, smallBody});
    router.add({"POST", "/api/v1/badge",
                [&](const http::Request& request) { return greet(request, badges, alerts); }, smallBody});
}

}  // namespace remise::identity
