#include "terminal/client.h"

#include <boost/test/unit_test.hpp>

#include "tests/terminal/small_server.h"

using namespace remise::terminal;
using remise::domain::Language;

namespace {

struct Line {
    SmallServer server;
    Client client{server.url(), Language::french};

    Answer get(const std::string& path) {
        std::optional<Answer> answer;
        client.get(path, [&](const Answer& given) { answer = given; });
        waitUntil([&] { return answer.has_value(); });
        return *answer;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(client_test)

BOOST_FIXTURE_TEST_CASE(a_terminal_says_who_it_is_and_which_language_its_people_read, Line) {
    server.answer = [](const SmallServer::Asked&) {
        return SmallServer::Said{200, R"({"code":"BCDFGHJR"})"};
    };
    client.setToken("secret");
    const Answer answer = get("/api/v1/units/BCDFGHJR");
    BOOST_REQUIRE(answer.ok());
    BOOST_TEST(answer.body.textOr("code") == "BCDFGHJR");
    BOOST_TEST(server.asked.at(0).path == "/api/v1/units/BCDFGHJR");
    BOOST_TEST(server.asked.at(0).head.find("Authorization: Bearer secret\r\n") != std::string::npos);
    BOOST_TEST(server.asked.at(0).head.find("Accept-Language: fr\r\n") != std::string::npos);
    BOOST_TEST(server.asked.at(0).head.find("Remise-Clock: 2") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_refusal_comes_with_its_code_and_the_servers_own_words, Line) {
    server.answer = [](const SmallServer::Asked&) {
        return SmallServer::Said{404,
                                 R"({"code":"unknown_code","detail":"Cette machine n'est pas connue."})"};
    };
    const Answer answer = get("/api/v1/units/BCDFGHJR");
    BOOST_REQUIRE(!answer.ok());
    BOOST_TEST(answer.trouble->code == "unknown_code");
    BOOST_TEST(answer.trouble->text == "Cette machine n'est pas connue.");
}

BOOST_FIXTURE_TEST_CASE(a_server_that_hangs_up_is_away, Line) {
    server.answer = [](const SmallServer::Asked&) { return SmallServer::Said{.hangsUp = true}; };
    BOOST_TEST(get("/api/v1/catalogue").trouble->code == "server_away");
}

BOOST_AUTO_TEST_CASE(a_terminal_where_nobody_works_notices_that_its_server_went_and_came) {
    SmallServer server;
    Client client(server.url(), Language::french, nullptr, std::chrono::milliseconds(10));
    bool isThere = true;
    server.answer = [&](const SmallServer::Asked& asked) {
        if (!isThere) return SmallServer::Said{.hangsUp = true};
        return asked.path == "/readyz" ? SmallServer::Said{200, "ready\n"} : SmallServer::Said{200, "{}"};
    };
    client.get("/api/v1/procedures", [](const Answer&) {});
    waitUntil([&] { return server.asked.size() > 2; });
    BOOST_TEST(!client.isAway());
    isThere = false;
    waitUntil([&] { return client.isAway(); });
    isThere = true;
    waitUntil([&] { return !client.isAway(); });
}

BOOST_FIXTURE_TEST_CASE(something_that_is_no_json_is_no_answer, Line) {
    server.answer = [](const SmallServer::Asked&) { return SmallServer::Said{200, "<h1>Bonjour</h1>"}; };
    BOOST_TEST(get("/api/v1/catalogue").trouble->code == "server_away");
}

BOOST_FIXTURE_TEST_CASE(nobody_makes_a_terminal_wait_for_more_than_a_minute, Line) {
    std::string seconds;
    server.answer = [&](const SmallServer::Asked&) {
        return SmallServer::Said{503, "", false, "Retry-After: " + seconds + "\r\n"};
    };
    for (const char* tooLong : {"86400", "2147483647"}) {
        seconds = tooLong;
        BOOST_TEST(get("/api/v1/catalogue").retryAfter.value().count() == 60'000);
    }
    seconds = "7";
    BOOST_TEST(get("/api/v1/catalogue").retryAfter.value().count() == 7'000);
}

BOOST_AUTO_TEST_SUITE_END()
