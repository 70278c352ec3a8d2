#include "server/http/server.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <future>

#include "server/domain/refusals.h"
#include "tests/server/http/running_server.h"

using namespace remise;
using namespace remise::http;
using test::HttpClient;
using test::RunningServer;
namespace bdata = boost::unit_test::data;

namespace {

struct Site : RunningServer {
    Site() : RunningServer({.patience = {.request = std::chrono::milliseconds(200)}}) {
        routes().add({"GET", "/hello", [](const Request& r) {
                          return Reply::text("hello " + r.queryValue("name").value_or("you"));
                      }});
        routes().add({"GET", "/who", [](const Request& r) { return Reply::text(r.remote); }});
        routes().add({"GET", "/english", [](const Request& r) {
                          return Reply::text(std::string(domain::languageTag(r.language)));
                      }});
        routes().add({"POST", "/echo", [](const Request& r) { return Reply::text(r.body); }, 1000});
    }
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(server_test)

BOOST_FIXTURE_TEST_CASE(many_requests_use_one_connection, Site) {
    HttpClient client(port());
    for (int i = 0; i < 300; ++i)
        BOOST_REQUIRE(client.ask("GET", "/hello?name=caf%C3%A9").body == "hello café");
    BOOST_TEST(client.ask("POST", "/echo", {}, "a body").body == "a body");
    BOOST_TEST(client.ask("GET", "/hello").body == "hello you");
}

BOOST_FIXTURE_TEST_CASE(head_is_the_same_without_the_body, Site) {
    HttpClient client(port());
    const auto head = client.ask("HEAD", "/hello");
    BOOST_TEST(head.status == 200);
    BOOST_TEST(head.header("content-length") == "9");
    BOOST_TEST(head.header("content-type") == "text/plain; charset=utf-8");
    BOOST_TEST(client.ask("GET", "/hello").body == "hello you");
}

BOOST_FIXTURE_TEST_CASE(options_and_wrong_methods_tell_what_is_allowed, Site) {
    HttpClient client(port());
    BOOST_TEST(client.ask("OPTIONS", "/hello").status == 204);
    const auto refused = client.ask("DELETE", "/hello", {{"Accept-Language", "en"}});
    BOOST_TEST(refused.status == 405);
    BOOST_TEST(refused.header("allow") == "GET, HEAD, OPTIONS");
    BOOST_TEST(has(refused.body, "This address does not accept DELETE."));
    BOOST_TEST(client.ask("BREW", "/hello").status == 405);
}

BOOST_FIXTURE_TEST_CASE(an_unknown_address_is_told_in_french_and_in_english, Site) {
    HttpClient client(port());
    const auto french = client.ask("GET", "/api/v1/x");
    BOOST_TEST(french.status == 404);
    BOOST_TEST(french.header("content-type") == "application/problem+json");
    BOOST_TEST(french.header("content-language") == "fr");
    BOOST_TEST(has(french.body, "Il n'y a rien à cette adresse."));
    BOOST_TEST(has(client.ask("GET", "/api/v1/x", {{"Accept-Language", "en-GB"}}).body,
                   "There is nothing at this address."));
    BOOST_TEST(client.ask("GET", "/english", {{"Cookie", "lang=en"}}).body == "en");
}

const std::vector<std::string> badTargets{"/hello?name=%", "/hello?name=%zz", "/hello?name=%00", "/hel%00lo",
                                          "/%C0%AF",       "//hello",         "/hello?name=%FF", "hello"};

BOOST_DATA_TEST_CASE_F(Site, bad_escapes_are_refused, bdata::make(badTargets), target) {
    HttpClient client(port());
    const auto answer = client.ask("GET", target);
    BOOST_TEST(answer.status == 400);
    BOOST_TEST(has(answer.body, "bad_address"));
}

BOOST_FIXTURE_TEST_CASE(a_too_long_address_and_too_large_headers_are_refused, Site) {
    HttpClient client(port());
    BOOST_TEST(client.ask("GET", "/hello?name=" + std::string(5000, 'a')).status == 414);
    HttpClient::Headers many;
    for (int i = 0; i < 9; ++i)
        many["X-" + std::to_string(i)] = std::string(4000, 'a');
    BOOST_TEST(HttpClient(port()).ask("GET", "/hello", many).status == 431);
}

BOOST_FIXTURE_TEST_CASE(a_body_up_to_its_limit_is_taken_and_one_byte_more_refused, Site) {
    HttpClient client(port());
    BOOST_TEST(client.ask("POST", "/echo", {}, std::string(1000, 'x')).body.size() == 1000u);
    const auto refused = client.ask("POST", "/echo", {}, std::string(1001, 'x'));
    BOOST_TEST(refused.status == 413);
    BOOST_TEST(refused.header("connection") == "close");
    BOOST_TEST(has(refused.body, "too_large"));
}

BOOST_FIXTURE_TEST_CASE(a_huge_body_is_refused_before_it_comes, Site) {
    HttpClient client(port());
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000000\r\n\r\nstart");
    BOOST_TEST(client.receive().status == 413);
}

BOOST_FIXTURE_TEST_CASE(a_refusal_reaches_who_is_still_sending, Site) {
    HttpClient client(port());
    BOOST_TEST(client.ask("POST", "/echo", {}, std::string(4 << 20, 'x')).status == 413);
}

BOOST_FIXTURE_TEST_CASE(chunked_bodies_are_read_and_the_connection_goes_on, Site) {
    HttpClient client(port());
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    client.send("1\r\n!\r\n0\r\n\r\n");
    BOOST_TEST(client.receive().body == "hello!");
    BOOST_TEST(client.ask("GET", "/hello").body == "hello you");
}

BOOST_FIXTURE_TEST_CASE(two_ways_to_tell_the_length_are_refused, Site) {
    HttpClient client(port());
    client.send(
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: "
        "chunked\r\n\r\n0\r\n\r\nGET /hello HTTP/1.1\r\n\r\n");
    BOOST_TEST(client.receive().status == 400);
    BOOST_TEST(client.endsQuietly());
}

BOOST_FIXTURE_TEST_CASE(a_body_that_drips_is_refused_at_its_deadline, Site) {
    HttpClient client(port());
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nhalf of it");
    const auto answer = client.receive();
    BOOST_TEST(answer.status == 408);
    BOOST_TEST(has(answer.body, "too_slow"));
}

BOOST_FIXTURE_TEST_CASE(a_body_that_was_not_asked_for_never_becomes_a_request, Site) {
    HttpClient client(port());
    client.send(
        "POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 40\r\n\r\nGET /hello?name=smuggled "
        "HTTP/1.1\r\n\r\n1234");
    BOOST_TEST(client.receive().status == 404);
    BOOST_TEST(client.endsQuietly());
}

BOOST_FIXTURE_TEST_CASE(what_is_no_http_is_refused, Site) {
    HttpClient client(port());
    client.send("\x16\x03\x01nonsense\r\n\r\n");
    BOOST_TEST(client.receive().status == 400);
}

BOOST_FIXTURE_TEST_CASE(a_forwarded_address_is_not_believed, Site) {
    HttpClient client(port());
    BOOST_TEST(client.ask("GET", "/who", {{"X-Forwarded-For", "10.1.2.3"}}).body == "127.0.0.1");
}

BOOST_FIXTURE_TEST_CASE(every_reply_carries_the_security_headers, Site) {
    HttpClient client(port());
    for (const char* target : {"/hello", "/nothing", "/hello?%"}) {
        const auto answer = client.ask("GET", target);
        BOOST_TEST(answer.header("content-security-policy").starts_with("default-src 'none'"));
        BOOST_TEST(answer.header("x-request-id").size() == 9u);
    }
}

BOOST_AUTO_TEST_CASE(a_request_that_was_begun_is_finished_at_the_end) {
    Site site;
    std::promise<void> begun, mayEnd;
    site.routes().add({"GET", "/long", [&](const Request&) {
                           begun.set_value();
                           mayEnd.get_future().wait();
                           return Reply::text("finished");
                       }});
    HttpClient client(site.port());
    client.send("GET /long HTTP/1.1\r\nHost: x\r\n\r\n");
    begun.get_future().wait();
    auto stopping = std::async(std::launch::async, [&] { site.server.reset(); });
    mayEnd.set_value();
    BOOST_TEST(client.receive().body == "finished");
    stopping.get();
}

BOOST_AUTO_TEST_CASE(a_taken_port_is_told_with_its_number) {
    Site first;
    Server::Settings settings;
    settings.port = first.port();
    try {
        Server second(settings, first.router, first.streams);
        BOOST_FAIL("listens twice");
    } catch (const std::runtime_error& fault) {
        BOOST_TEST(has(fault.what(), "port " + std::to_string(settings.port)));
    }
}

BOOST_AUTO_TEST_CASE(behind_the_trusted_proxy_each_visitor_has_an_address_of_their_own) {
    RunningServer trusting({.trustedProxy = "127.0.0.1"}), wary({.trustedProxy = "192.0.2.1"});
    for (RunningServer* site : {&trusting, &wary}) {
        site->routes().add({"GET", "/who", [](const Request& r) { return Reply::text(r.remote); }});
        HttpClient client(site->port());
        client.send(
            "GET /who HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 10.1.1.1\r\n"
            "X-Forwarded-For: 198.51.100.7\r\n\r\n");
        BOOST_TEST(client.receive().body == (site == &trusting ? "198.51.100.7" : "127.0.0.1"));
    }
}

BOOST_AUTO_TEST_SUITE_END()
