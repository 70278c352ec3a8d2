#include "server/workshop/feed_api.h"

#include <boost/test/unit_test.hpp>

#include "server/http/server.h"
#include "tests/server/program_fixture.h"
#include "tests/support/http_client.h"

using namespace remise;
using namespace remise::test;
using domain::Value;

namespace {

using Headers = std::map<std::string, std::string>;

/// A real server, and a laptop whose events somebody follows.
struct Followed : ProgramFixture {
    http::Server server{{.port = 0}, program.router(), program.streams()};
    std::unique_ptr<HttpClient> first = follow();
    std::string unit = receivedLaptop();
    bool isBlocked = false;

    /// Joined when this returns.
    std::unique_ptr<HttpClient> follow(const std::string& query = "", const std::string& lastEventId = "") {
        auto client = std::make_unique<HttpClient>(server.port());
        client->send("GET /api/v1/feed/stream" + query + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " +
                     token + "\r\n" + (lastEventId.empty() ? "" : "Last-Event-ID: " + lastEventId + "\r\n") +
                     "\r\n");
        client->receiveUntil("retry: ");
        client->receiveUntil("\n\n");
        return client;
    }

    /// The next event's place.
    static std::string next(HttpClient& client) {
        client.receiveUntil("id: ");
        std::string place = client.receiveUntil("\n");
        place.pop_back();
        client.receiveUntil("\n\n");
        return place;
    }

    /// Blocks and unblocks the laptop so often; each makes one event.
    void happen(int times) {
        Value::Array commands;
        for (int i = 0; i < times; ++i) {
            commands.push_back(command(isBlocked ? "unblock" : "block", unit));
            commands.back()["worker"] = leader;
            isBlocked = !isBlocked;
        }
        const Value replies = send(commands);
        for (const Value& reply : replies.array())
            BOOST_REQUIRE_MESSAGE(reply.textOr("status") == "accepted", canonicalJson(reply));
    }

    /// As many more as have come to the first follower are in the feed.
    void waitFor(int events) {
        for (int i = 0; i < events; ++i)
            next(*first);
    }

    Value feed(const std::string& query) { return json(get("/api/v1/feed" + query)); }
};

std::string placesOf(const Value& feed) {
    std::string places;
    for (const Value& event : feed["events"].array())
        places += (places.empty() ? "" : " ") + std::to_string(event.integerOr("place", 0));
    return places;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(feed_api_test)

BOOST_AUTO_TEST_CASE(the_feed_is_read_page_by_page_in_its_order) {
    Followed site;
    site.happen(4);
    site.waitFor(5);
    const Value page = site.feed("?limit=3");
    BOOST_TEST(placesOf(page) == "1 2 3");
    BOOST_TEST(page.integerOr("last", 0) == 3);
    BOOST_TEST(page["events"].array().at(0).textOr("kind") == "receive");
    BOOST_TEST(placesOf(site.feed("?after=3&limit=3")) == "4 5");
    const Value end = site.feed("?after=5");
    BOOST_TEST(placesOf(end) == "");
    BOOST_TEST(end.integerOr("last", 0) == 5);
}

BOOST_AUTO_TEST_CASE(a_place_or_a_limit_that_is_none_is_refused) {
    Followed site;
    for (const std::string query : {"?after=-1", "?after=x", "?limit=0", "?limit=501"})
        BOOST_TEST(site.codeOf(site.get("/api/v1/feed" + query)) == "bad_parameter", query);
    BOOST_TEST(site.codeOf(site.get("/api/v1/feed/stream?after=x")) == "bad_parameter");
    BOOST_TEST(site.codeOf(site.ask({.target = "/api/v1/feed/stream",
                                     .token = site.token,
                                     .headers = {{"Last-Event-ID", "-1"}}})) == "bad_parameter");
}

BOOST_AUTO_TEST_CASE(who_follows_is_told_what_happens_as_it_happens) {
    Followed site;
    BOOST_TEST(site.next(*site.first) == "1");
    site.happen(2);
    BOOST_TEST(site.next(*site.first) == "2");
    BOOST_TEST(site.next(*site.first) == "3");
}

BOOST_AUTO_TEST_CASE(who_comes_back_gets_what_was_missed_first_and_then_what_happens) {
    Followed site;
    site.happen(4);
    site.waitFor(5);
    const auto back = site.follow("", "2"), reader = site.follow("?after=3"),
               both = site.follow("?after=1", "4");
    site.happen(1);
    std::string places;
    for (int i = 0; i < 4; ++i)
        places += site.next(*back) + " ";
    BOOST_TEST(places == "3 4 5 6 ");
    BOOST_TEST(site.next(*reader) == "4");
    BOOST_TEST(site.next(*both) == "5", "the place a browser came to counts more than the one it began at");
}

BOOST_AUTO_TEST_CASE(who_missed_much_gets_it_in_pieces) {
    Followed site;
    site.waitFor(1);
    for (int i = 0; i < 5; ++i) {
        site.happen(50);
        site.waitFor(50);
    }
    const Headers mine{{"Authorization", "Bearer " + site.token}};
    const auto piece = HttpClient(site.server.port()).ask("GET", "/api/v1/feed/stream?after=0", mine);
    BOOST_TEST(piece.header("content-type") == "text/event-stream");
    BOOST_TEST(piece.body.find("\nid: 200\n") != piece.body.npos);
    BOOST_TEST(piece.body.find("\nid: 201\n") == piece.body.npos);
    const auto rest = site.follow("", "200");
    for (int place = 201; place <= 251; ++place)
        BOOST_TEST(site.next(*rest) == std::to_string(place));
}

BOOST_AUTO_TEST_SUITE_END()
