#include "server/http/router.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

#include "server/domain/refusals.h"

using namespace remise;
using namespace remise::http;

namespace {

Request asking(std::string method, std::string path) {
    Request request;
    request.method = std::move(method);
    request.path = std::move(path);
    return request;
}

Handler saying(std::string text) {
    return [text](const Request&) { return Reply::text(text); };
}

std::string header(const Reply& reply, std::string_view name) {
    for (const auto& [known, value] : reply.headers)
        if (known == name) return value;
    return "";
}

/// What is written to stderr meanwhile.
class Overheard {
public:
    Overheard() : m_before(std::cerr.rdbuf(m_text.rdbuf())) {}
    ~Overheard() { std::cerr.rdbuf(m_before); }
    [[nodiscard]] std::string text() const { return m_text.str(); }

private:
    std::ostringstream m_text;
    std::streambuf* m_before;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(router_test)

BOOST_AUTO_TEST_CASE(the_most_precise_route_answers_whatever_the_order) {
    Router router(noGuards());
    router.add(
        {"GET", "/units/{code}", [](const Request& r) { return Reply::text("one " + r.parameter("code")); }});
    router.add({"GET", "/units/search", saying("search")});
    Request search = asking("GET", "/units/search"), one = asking("GET", "/units/BCDFGHJR");
    BOOST_TEST(router.dispatch(search).body == "search");
    BOOST_TEST(router.dispatch(one).body == "one BCDFGHJR");
}

BOOST_AUTO_TEST_CASE(where_the_public_address_has_tls_every_reply_says_to_come_by_it) {
    Router router(noGuards());
    router.add({"GET", "/", saying("here")});
    Request before = asking("GET", "/"), after = before, lost = asking("GET", "/nowhere");
    BOOST_TEST(header(router.dispatch(before), "Strict-Transport-Security").empty());
    router.requireTls();
    BOOST_TEST(header(router.dispatch(after), "Strict-Transport-Security") == "max-age=31536000");
    BOOST_TEST(header(router.dispatch(lost), "Strict-Transport-Security") == "max-age=31536000");
}

BOOST_AUTO_TEST_CASE(the_same_route_twice_is_a_mistake_of_ours) {
    Router router(noGuards());
    router.add({"GET", "/a", saying("1")});
    BOOST_CHECK_THROW(router.add({"GET", "/a", saying("2")}), std::logic_error);
}

BOOST_AUTO_TEST_CASE(an_unknown_address_is_a_problem_in_the_askers_language) {
    Router router(noGuards());
    Request request = asking("GET", "/api/v1/nothing");
    const Reply french = router.dispatch(request);
    BOOST_TEST(french.status == 404);
    BOOST_TEST(french.type == "application/problem+json");
    BOOST_TEST(french.body == R"({"code":"not_found","detail":"Il n'y a rien à cette adresse.","status":404,)"
                              R"("title":"Rien à cette adresse","type":"urn:remise:refusal:not_found"})");
    request.language = domain::Language::english;
    BOOST_TEST(router.dispatch(request).body.find("There is nothing at this address.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_wrong_method_is_told_which_ones_there_are) {
    Router router(noGuards());
    router.add({"GET", "/u/{code}", saying("unit")});
    router.add({"PUT", "/u/{code}", saying("put")});
    Request remove = asking("DELETE", "/u/A"), options = asking("OPTIONS", "/u/A");
    const Reply refused = router.dispatch(remove);
    BOOST_TEST(refused.status == 405);
    BOOST_TEST(header(refused, "Allow") == "GET, HEAD, PUT, OPTIONS");
    const Reply told = router.dispatch(options);
    BOOST_TEST(told.status == 204);
    BOOST_TEST(header(told, "Allow") == "GET, HEAD, PUT, OPTIONS");
}

BOOST_AUTO_TEST_CASE(head_is_answered_by_the_route_for_get) {
    Router router(noGuards());
    router.add({"GET", "/", saying("hello")});
    Request request = asking("HEAD", "/");
    BOOST_TEST(router.dispatch(request).status == 200);
}

BOOST_AUTO_TEST_CASE(who_may_not_is_refused_and_the_handler_never_called) {
    Guards guards = noGuards();
    guards.authorise = [](const Request&, const Route&) {
        return domain::Verdict(domain::Refusal(domain::refusals::notAllowed));
    };
    Router router(guards);
    bool isCalled = false;
    router.add({"POST", "/api/v1/commands", [&](const Request&) {
                    isCalled = true;
                    return Reply::text("done");
                }});
    Request request = asking("POST", "/api/v1/commands");
    BOOST_TEST(router.dispatch(request).status == 403);
    BOOST_TEST(!isCalled);
}

BOOST_AUTO_TEST_CASE(the_public_may_send_less_than_who_is_known) {
    Guards guards = noGuards();
    guards.authenticate = [](Request& request) {
        if (!request.header("authorization").empty()) request.caller.role = domain::Role::worker;
        return domain::Verdict();
    };
    Router router(guards);
    router.add({.method = "POST", .pattern = "/in", .handler = saying("taken"), .publicBodyLimit = 10});
    Request stranger = asking("POST", "/in"), terminal = stranger;
    stranger.body = terminal.body = std::string(11, 'x');
    terminal.headers["authorization"] = "Bearer known";
    BOOST_TEST(router.dispatch(stranger).status == 413);
    BOOST_TEST(router.dispatch(terminal).status == 200);
}

BOOST_AUTO_TEST_CASE(who_is_to_come_again_is_told_when) {
    Router router(noGuards());
    router.add({"GET", "/soon", [](const Request& request) {
                    return Reply::problem(domain::Refusal(domain::refusals::unavailable), request.language);
                }});
    router.add({"GET", "/later", [](const Request& request) {
                    return Reply::problem(domain::Refusal(domain::refusals::unavailable), request.language)
                        .with("Retry-After", "60");
                }});
    Request soon = asking("GET", "/soon"), later = asking("GET", "/later");
    BOOST_TEST(header(router.dispatch(soon), "Retry-After") == "1");
    BOOST_TEST(header(router.dispatch(later), "Retry-After") == "60");
}

BOOST_AUTO_TEST_CASE(open_routes_ask_nobody_who_they_are) {
    Guards guards = noGuards();
    guards.authenticate = [](Request&) -> domain::Verdict {
        throw std::runtime_error("the database is away");
    };
    Router router(guards);
    router.add({.method = "GET", .pattern = "/healthz", .handler = saying("ok"), .access = Access::open});
    Request request = asking("GET", "/healthz");
    BOOST_TEST(router.dispatch(request).status == 200);
}

BOOST_AUTO_TEST_CASE(a_fault_gives_a_number_that_the_log_has_too) {
    Router router(noGuards());
    router.add({"GET", "/api/broken", [](const Request&) -> Reply {
                    try {
                        throw std::runtime_error("cable\nout");
                    } catch (const std::exception&) {
                        std::throw_with_nested(std::runtime_error("reading unit BCDFGHJR"));
                    }
                }});
    Request request = asking("GET", "/api/broken");
    const Overheard log;
    const Reply reply = router.dispatch(request);
    BOOST_TEST(reply.status == 500);
    BOOST_TEST(reply.body.find("\"trace\":\"" + request.id + "\"") != std::string::npos);
    BOOST_TEST(reply.body.find("cable") == std::string::npos);
    BOOST_TEST(log.text() == "fault " + request.id + ", GET /api/broken: reading unit BCDFGHJR: cable out\n");
}

BOOST_AUTO_TEST_CASE(a_fault_that_somebody_can_explain_is_told_as_such) {
    Guards guards = noGuards();
    guards.explainFault = [](const std::exception&) {
        return domain::Refusal(domain::refusals::unavailable);
    };
    Router router(guards);
    router.add({"GET", "/api/broken", [](const Request&) -> Reply { throw std::runtime_error("gone"); }});
    Request request = asking("GET", "/api/broken");
    const Overheard log;
    BOOST_TEST(router.dispatch(request).status == 503);
}

BOOST_AUTO_TEST_CASE(a_browser_gets_a_page_and_the_api_a_problem) {
    Guards guards = noGuards();
    guards.refusalPage = [](const domain::Refusal& refusal, const Request&) {
        return Reply::html("<p>" + std::string(refusal.code()), refusal.status());
    };
    Router router(guards);
    Request page = asking("GET", "/nothing"), api = asking("GET", "/api/nothing");
    page.headers["accept"] = api.headers["accept"] = "text/html";
    BOOST_TEST(router.dispatch(page).body == "<p>not_found");
    BOOST_TEST(router.dispatch(api).type == "application/problem+json");
}

BOOST_AUTO_TEST_CASE(a_page_of_refusal_that_fails_leaves_the_plain_problem) {
    Guards guards = noGuards();
    guards.refusalPage = [](const domain::Refusal&, const Request&) -> Reply {
        throw std::logic_error("no template");
    };
    Router router(guards);
    Request page = asking("GET", "/nothing");
    page.headers["accept"] = "text/html";
    const Overheard log;
    const Reply reply = router.dispatch(page);
    BOOST_TEST(reply.status == 404);
    BOOST_TEST(reply.type == "application/problem+json");
}

BOOST_AUTO_TEST_CASE(every_reply_carries_the_security_headers) {
    Router router(noGuards());
    router.add({"GET", "/", saying("hello")});
    for (const char* path : {"/", "/nothing", "/%"}) {
        Request request = asking("GET", path);
        const Reply reply = router.dispatch(request);
        BOOST_TEST(header(reply, "Content-Security-Policy").find("default-src 'none'") == 0u);
        BOOST_TEST(header(reply, "X-Content-Type-Options") == "nosniff");
        BOOST_TEST(header(reply, "Referrer-Policy") == "same-origin");
        BOOST_TEST(header(reply, "X-Request-Id") == request.id);
    }
}

BOOST_AUTO_TEST_CASE(what_a_signed_in_person_sees_is_never_cached) {
    Router router(noGuards());
    router.add({"GET", "/", [](const Request&) { return Reply::text("x").with("Cache-Control", "public"); }});
    Request request = asking("GET", "/");
    request.caller.role = domain::Role::association;
    BOOST_TEST(header(router.dispatch(request), "Cache-Control") == "no-store");
}

BOOST_AUTO_TEST_CASE(a_header_can_not_be_split) {
    BOOST_CHECK_THROW(Reply::redirect("/a\r\nSet-Cookie: x=1"), std::logic_error);
}

BOOST_AUTO_TEST_CASE(replies_are_counted_by_class) {
    Router router(noGuards());
    router.add({"GET", "/", saying("hello")});
    Request there = asking("GET", "/"), nowhere = asking("GET", "/x");
    router.dispatch(there);
    router.dispatch(nowhere);
    router.dispatch(nowhere);
    BOOST_TEST(router.traffic().answered.at(2) == 1u);
    BOOST_TEST(router.traffic().answered.at(4) == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
