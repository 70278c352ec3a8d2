#include "server/identity/session_api.h"

#include "server/domain/refusals.h"
#include "server/identity/open_session.h"
#include "server/wire/json.h"

namespace remise::identity {
namespace {

using domain::Value;

constexpr std::size_t smallBody = 4096;

http::Reply open(const http::Request& request, db::Pool& pool, const ServerSecret& secret) {
    const auto body = wire::readJson(request.body);
    if (!body) return http::Reply::problem(body.refusal(), request.language);
    const Value &email = (*body)["email"], &password = (*body)["password"];
    if (!email.isText() || !password.isText())
        return http::Reply::problem(
            domain::Refusal(domain::refusals::badShape, {{"why", "\"email\", \"password\""}}),
            request.language);
    const auto person =
        checkAccount(pool, secret, email.text(), password.text(), request.remote, request.receivedAt);
    if (!person) return http::Reply::problem(person.refusal(), request.language);
    const auto opened = openApiSession(pool, person->id, request.receivedAt);
    return http::Reply::json(Value::Object{{"token", opened.token},
                                           {"role", domain::roleName(person->role)},
                                           {"expires_at", domain::formatTime(opened.session.expiresAt)}},
                             201)
        .with("Cache-Control", "no-store");
}

}  // namespace

void addSessionRoutes(http::Router& router, db::Pool& pool, const ServerSecret& secret) {
    router.add({"POST", "/api/v1/sessions",
                [&](const http::Request& request) { return open(request, pool, secret); }, smallBody});
}

}  // namespace remise::identity
