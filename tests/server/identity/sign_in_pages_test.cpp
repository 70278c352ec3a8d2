#include "server/identity/sign_in_pages.h"

#include <boost/test/unit_test.hpp>

#include "server/domain/embedded.h"
#include "server/http/navigation.h"
#include "server/identity/rights.h"
#include "tests/server/identity/house.h"

using namespace remise;
using namespace remise::identity;

namespace {

/// The files that the sign-in page is made of; other capabilities' are theirs to test.
embedded::Files only(const embedded::Files& all, std::initializer_list<std::string_view> starts) {
    embedded::Files some;
    for (const auto& [path, bytes] : all)
        for (const auto start : starts)
            if (path.starts_with(start)) some.emplace(path, bytes);
    return some;
}

struct Site : test::House {
    Authenticator authenticator{pool, cookie, alerts};
    http::Pages pages{only(embedded::templates(), {"http/", "identity/"}),
                      only(embedded::strings(), {"http.", "identity."}), "1"};
    http::Router router{
        {[this](http::Request& request) { return authenticator.authenticate(request); }, authorise, {}, {}}};
    domain::Uuid ada = staff(domain::Role::team, "ada@example.org", "correct horse");

    Site() { addSignInRoutes(router, pool, secret, authenticator, pages); }

    http::Reply get(const std::string& query = "", const std::string& cookieValue = "") {
        auto asked = cookieValue.empty() ? request() : withCookie(cookieValue);
        asked.path = "/connexion";
        asked.headers["accept"] = "text/html";
        if (!query.empty()) asked.query["retour"] = query;
        return router.dispatch(asked);
    }

    http::Reply post(const std::string& path, const std::string& form, const std::string& cookieValue = "") {
        auto asked = cookieValue.empty() ? request() : withCookie(cookieValue);
        asked.method = "POST";
        asked.path = path;
        asked.headers["accept"] = "text/html";
        asked.headers["content-type"] = "application/x-www-form-urlencoded";
        asked.body = form;
        return router.dispatch(asked);
    }

    http::Reply signIn(const std::string& more = "") {
        return post("/connexion", "email=ada%40example.org&password=correct+horse" + more);
    }
};

std::string headerOf(const http::Reply& reply, std::string_view name) {
    for (const auto& [known, value] : reply.headers)
        if (known == name) return value;
    return "";
}

/// The session's token in a reply's cookie.
std::string tokenIn(const http::Reply& reply) {
    const auto cookie = headerOf(reply, "Set-Cookie");
    const auto begin = cookie.find('=') + 1;
    return cookie.substr(begin, cookie.find(';') - begin);
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sign_in_pages_test, Site)

BOOST_AUTO_TEST_CASE(signing_in_leads_home_with_a_cookie_that_scripts_and_other_sites_cannot_use) {
    const auto reply = signIn();
    BOOST_TEST(reply.status == 303);
    BOOST_TEST(headerOf(reply, "Location") == "/equipe");
    const auto given = headerOf(reply, "Set-Cookie");
    BOOST_TEST(given.starts_with("remise_session="));
    for (const std::string flag : {"; Path=/", "; HttpOnly", "; SameSite=Lax"})
        BOOST_TEST(holds(given, flag), flag);
    BOOST_TEST(!holds(given, "Secure"));
    BOOST_TEST(!holds(given, "Domain"));
}

BOOST_AUTO_TEST_CASE(over_tls_the_cookie_is_secure_and_of_this_host_only) {
    http::Request asked = request();
    asked.secure = true;
    http::Reply reply;
    cookie.give(reply, asked, "token");
    BOOST_TEST(headerOf(reply, "Set-Cookie").starts_with("__Host-remise_session=token; Path=/; "));
    BOOST_TEST(holds(headerOf(reply, "Set-Cookie"), "; Secure"));
    asked.cookies = {{"remise_session", "planted"}};
    BOOST_TEST(!cookie.tokenOf(asked));
    BOOST_TEST(!SessionCookie(Transport::tls).tokenOf(withCookie("planted")));
}

BOOST_AUTO_TEST_CASE(a_wrong_password_shows_the_page_again_with_the_address_and_without_the_password) {
    const auto reply = post("/connexion", "email=ada%40example.org&password=wrong+horse");
    BOOST_TEST(reply.status == 401);
    BOOST_TEST(holds(reply.body, "value=\"ada@example.org\""));
    BOOST_TEST(holds(reply.body, "role=\"alert\""));
    BOOST_TEST(!holds(reply.body, "wrong horse"));
    BOOST_TEST(headerOf(reply, "Set-Cookie").empty());
}

BOOST_AUTO_TEST_CASE(wrong_password_and_unknown_address_show_the_same_page) {
    const auto wrong = post("/connexion", "email=ada%40example.org&password=wrong+horse");
    const auto unknown = post("/connexion", "email=eve%40example.org&password=wrong+horse");
    auto body = unknown.body;
    body.replace(body.find("eve@"), 3, "ada");
    BOOST_TEST(wrong.status == unknown.status);
    BOOST_TEST(wrong.body == body);
}

BOOST_AUTO_TEST_CASE(what_was_typed_comes_back_as_text_never_as_tags) {
    const auto reply = post("/connexion", "email=%22%3E%3Cscript%3E&password=x");
    BOOST_TEST(!holds(reply.body, "\"><script>"));
}

BOOST_AUTO_TEST_CASE(a_program_gets_the_refusal_as_a_problem) {
    auto asked = request("POST", "/connexion");
    asked.headers["accept"] = "application/json";
    asked.headers["content-type"] = "application/x-www-form-urlencoded";
    asked.body = "email=ada%40example.org&password=wrong+horse";
    const auto reply = router.dispatch(asked);
    BOOST_TEST(reply.status == 401);
    BOOST_TEST(holds(reply.body, "\"sign_in_failed\""));
}

BOOST_AUTO_TEST_CASE(after_signing_in_one_goes_back_where_one_was_but_never_to_another_site) {
    BOOST_TEST(headerOf(signIn("&retour=%2Fequipe%3Fpage%3D2"), "Location") == "/equipe?page=2");
    for (const std::string elsewhere :
         {"https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example"})
        BOOST_TEST(headerOf(signIn("&retour=" + elsewhere), "Location") == "/equipe", elsewhere);
    BOOST_TEST(holds(get("/equipe").body, "name=\"retour\" value=\"/equipe\""));
    BOOST_TEST(holds(get("//evil.example").body, "name=\"retour\" value=\"\""));
}

BOOST_AUTO_TEST_CASE(a_session_planted_before_signing_in_is_never_the_one_that_counts) {
    const std::string planted(43, 'A');
    const auto reply = post("/connexion", "email=ada%40example.org&password=correct+horse", planted);
    BOOST_TEST(reply.status == 303);
    BOOST_TEST(tokenIn(reply) != planted);
    auto with = withCookie(planted);
    BOOST_TEST(authenticator.authenticate(with).ok());
    BOOST_TEST(!with.caller.role);
}

BOOST_AUTO_TEST_CASE(signing_in_again_ends_the_session_before) {
    const auto first = tokenIn(signIn());
    auto with = withCookie(first);
    BOOST_TEST(authenticator.authenticate(with).ok());
    const auto reply =
        post("/connexion", "email=ada%40example.org&password=correct+horse&csrf=" + with.caller.csrf, first);
    BOOST_TEST(reply.status == 303);
    BOOST_TEST(authenticator.authenticate(with).ok());
    BOOST_TEST(!with.caller.role);
}

BOOST_AUTO_TEST_CASE(signing_out_needs_this_sessions_form_token) {
    const auto token = tokenIn(signIn()), other = tokenIn(signIn());
    auto mine = withCookie(token), others = withCookie(other);
    BOOST_TEST(authenticator.authenticate(mine).ok());
    BOOST_TEST(authenticator.authenticate(others).ok());
    BOOST_TEST(mine.caller.csrf != others.caller.csrf);
    BOOST_TEST(post("/deconnexion", "", token).status == 403);
    BOOST_TEST(post("/deconnexion", "csrf=" + others.caller.csrf, token).status == 403);
    const auto out = post("/deconnexion", "csrf=" + mine.caller.csrf, token);
    BOOST_TEST(out.status == 303);
    BOOST_TEST(holds(headerOf(out, "Set-Cookie"), "Max-Age=0"));
    BOOST_TEST(authenticator.authenticate(mine).ok());
    BOOST_TEST(!mine.caller.role);
}

BOOST_AUTO_TEST_CASE(who_is_signed_in_already_is_sent_home) {
    const auto reply = get("", tokenIn(signIn()));
    BOOST_TEST(reply.status == 303);
    BOOST_TEST(headerOf(reply, "Location") == "/equipe");
}

BOOST_AUTO_TEST_CASE(another_sites_form_cannot_sign_anybody_in) {
    auto asked = request("POST", "/connexion");
    asked.headers["content-type"] = "application/x-www-form-urlencoded";
    asked.headers["sec-fetch-site"] = "cross-site";
    asked.body = "email=ada%40example.org&password=correct+horse";
    const auto reply = router.dispatch(asked);
    BOOST_TEST(reply.status == 403);
    BOOST_TEST(headerOf(reply, "Set-Cookie").empty());
}

BOOST_AUTO_TEST_CASE(every_role_that_signs_in_has_a_home_it_may_open) {
    for (const auto role : {domain::Role::leader, domain::Role::logistics, domain::Role::team,
                            domain::Role::manager, domain::Role::admin, domain::Role::association}) {
        http::Request asked = request();
        asked.caller.role = role;
        BOOST_TEST(mayUse(routeRight("GET", homeOf(role)), asked).ok(), domain::roleName(role));
    }
}

BOOST_AUTO_TEST_CASE(every_place_the_pages_head_offers_may_be_opened) {
    for (const auto role : domain::everyRole) {
        http::Request asked = request();
        asked.caller.role = role;
        const auto places = http::navigation(asked, pages.strings());
        for (const auto& place : places.array())
            BOOST_TEST(mayUse(routeRight("GET", place.textOr("place_url")), asked).ok(),
                       place.textOr("place_url") << " by " << domain::roleName(role));
    }
}

BOOST_AUTO_TEST_SUITE_END()
