#include "server/identity/sign_in_pages.h"

#include "server/identity/open_session.h"

namespace remise::identity {
namespace {

using domain::Value;

constexpr std::size_t smallForm = 8192;

/// Everything the two handlers need.
struct SignIn {
    db::Pool& pool;
    const ServerSecret& secret;
    Authenticator& authenticator;
    const http::Pages& pages;

    [[nodiscard]] http::Reply form(const http::Request&, const Value::Object& typed, int status) const;
    [[nodiscard]] http::Reply show(const http::Request&) const;
    [[nodiscard]] http::Reply enter(const http::Request&) const;
    [[nodiscard]] http::Reply leave(const http::Request&) const;
};

http::Reply SignIn::form(const http::Request& request, const Value::Object& typed, int status) const {
    Value::Object data{{"title", pages.strings().text("identity.sign_in.title", request.language)},
                       {"email", ""},
                       {"back", ""},
                       {"refusal", nullptr}};
    for (const auto& [name, value] : typed)
        data[name] = value;
    return pages.page("identity/sign_in", data, request, status).with("Cache-Control", "no-store");
}

http::Reply SignIn::show(const http::Request& request) const {
    const std::string back = http::localAddress(request.queryValue("retour").value_or(""), "");
    if (request.caller.role)
        return http::Reply::redirect(back.empty() ? std::string(homeOf(*request.caller.role)) : back);
    return form(request, {{"back", back}}, 200);
}

http::Reply SignIn::enter(const http::Request& request) const {
    const auto sent = request.form();
    if (!sent) return http::Reply::problem(sent.refusal(), request.language);
    const std::string email = sent->text("email"), back = http::localAddress(sent->text("retour"), "");
    const auto person =
        checkAccount(pool, secret, email, sent->exactText("password"), request.remote, request.receivedAt);
    if (!person) {
        if (!request.wantsHtml()) return http::Reply::problem(person.refusal(), request.language);
        const auto& refusal = person.refusal();
        return form(request, {{"email", email}, {"back", back}, {"refusal", refusal.text(request.language)}},
                    refusal.status());
    }
    // Whatever session this browser had ends here; the new one's token nobody else has seen.
    authenticator.signOut(request);
    const auto opened = openSession(pool, person->id, request.receivedAt);
    auto reply = http::Reply::redirect(back.empty() ? std::string(homeOf(person->role)) : back);
    authenticator.cookie().give(reply, request, opened.token);
    return reply;
}

http::Reply SignIn::leave(const http::Request& request) const {
    authenticator.signOut(request);
    auto reply = http::Reply::redirect("/");
    authenticator.cookie().takeBack(reply, request);
    return reply;
}

}  // namespace

std::string_view homeOf(domain::Role role) {
    switch (role) {
        case domain::Role::association:
            return "/mes-demandes";
        case domain::Role::leader:
            return "/atelier";
        case domain::Role::logistics:
            return "/logistique";
        case domain::Role::team:
            return "/equipe";
        case domain::Role::manager:
        case domain::Role::admin:
            return "/pilotage";
        default:
            return "/";
    }
}

void addSignInRoutes(http::Router& router, db::Pool& pool, const ServerSecret& secret,
                     Authenticator& authenticator, const http::Pages& pages) {
    const SignIn signIn{pool, secret, authenticator, pages};
    router.add(
        {"GET", "/connexion", [signIn](const http::Request& request) { return signIn.show(request); }});
    router.add({"POST", "/connexion",
                [signIn](const http::Request& request) { return signIn.enter(request); }, smallForm});
    router.add({"POST", "/deconnexion",
                [signIn](const http::Request& request) { return signIn.leave(request); }, smallForm});
}

}  // namespace remise::identity
