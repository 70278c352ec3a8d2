#include "server/http/event_streams.h"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <thread>

#include "server/domain/refusals.h"
#include "tests/server/http/running_server.h"

using namespace remise;
using namespace remise::http;
using test::HttpClient;
using test::RunningServer;

namespace {

struct Followed : RunningServer {
    Followed() {
        routes().add({"GET", "/live", [](const Request& r) {
                          return Reply::eventStream(r.queryValue("of").value_or("all"),
                                                    formatEvent("0", "welcome"));
                      }});
        routes().add({"GET", "/now", [](const Request&) { return Reply::text("now"); }});
    }

    std::unique_ptr<HttpClient> follow(const std::string& channel = "all") {
        auto client = std::make_unique<HttpClient>(port());
        client->send("GET /live?of=" + channel + " HTTP/1.1\r\nHost: x\r\n\r\n");
        client->receiveUntil("data: welcome\n\n");
        return client;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(event_streams_test)

BOOST_AUTO_TEST_CASE(an_event_of_several_lines_stays_one_event) {
    BOOST_TEST(formatEvent("7", "a\nb") == "id: 7\ndata: a\ndata: b\n\n");
    BOOST_TEST(formatEvent("", "") == "data: \n\n");
}

BOOST_FIXTURE_TEST_CASE(a_follower_gets_the_head_then_what_is_published, Followed) {
    HttpClient client(port());
    client.send("GET /live HTTP/1.1\r\nHost: x\r\n\r\n");
    const std::string head = client.receiveUntil("\r\n\r\n");
    BOOST_TEST(head.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"));
    BOOST_TEST(head.find("Content-Security-Policy: ") != head.npos);
    client.receiveUntil("id: 0\ndata: welcome\n\n");
    streams.publish("all", "41", "shipped");
    BOOST_TEST(client.receiveUntil("\n\n") == "id: 41\ndata: shipped\n\n");
}

BOOST_FIXTURE_TEST_CASE(channels_do_not_hear_each_other, Followed) {
    const auto one = follow("one"), two = follow("two");
    streams.publish("one", "1", "for one");
    streams.publish("two", "2", "for two");
    BOOST_TEST(two->receiveUntil("\n\n") == "id: 2\ndata: for two\n\n");
    BOOST_TEST(one->receiveUntil("\n\n") == "id: 1\ndata: for one\n\n");
}

BOOST_AUTO_TEST_CASE(two_hundred_followers_hold_no_thread) {
    Followed site;
    site.settings.crew.workers = 4;
    std::vector<std::unique_ptr<HttpClient>> followers;
    for (int i = 0; i < 200; ++i)
        followers.push_back(site.follow());
    BOOST_TEST(site.streams.count() == 200u);
    HttpClient other(site.port());
    BOOST_TEST(other.ask("GET", "/now").body == "now");
    site.streams.publish("all", "1", "for everybody");
    for (const auto& follower : followers)
        BOOST_TEST(follower->receiveUntil("\n\n") == "id: 1\ndata: for everybody\n\n");
    BOOST_TEST(other.ask("GET", "/now").body == "now");
}

BOOST_FIXTURE_TEST_CASE(who_hangs_up_is_forgotten, Followed) {
    auto leaving = follow();
    const auto staying = follow();
    leaving.reset();
    while (streams.count() != 1) {
        streams.publish("all", "", "anybody there");
        staying->receiveUntil("\n\n");
    }
    BOOST_TEST(streams.count() == 1u);
}

namespace {

/// A client that reads nothing.
class Deaf : public Outlet {
public:
    explicit Deaf(int descriptor) : m_descriptor(descriptor) {}
    [[nodiscard]] int descriptor() const override { return m_descriptor; }
    std::ptrdiff_t write(std::string_view) override { return 0; }
    bool isClosed() override { return false; }

private:
    int m_descriptor;
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(who_does_not_read_is_dropped_and_the_others_go_on, Followed) {
    const auto reader = follow();
    int silent[2];
    BOOST_REQUIRE(::pipe(silent) == 0);
    streams.adopt(std::make_unique<Deaf>(silent[0]), {"all", "deaf", ""});
    BOOST_TEST(streams.count() == 2u);
    const std::string large(20'000, 'x');
    while (streams.count() != 1) {
        streams.publish("all", "", large);
        reader->receiveUntil("\n\n");
    }
    streams.publish("all", "9", "still here");
    BOOST_TEST(reader->receiveUntil("\n\n") == "id: 9\ndata: still here\n\n");
    ::close(silent[0]);
    ::close(silent[1]);
}

BOOST_AUTO_TEST_CASE(a_silent_stream_has_a_heartbeat) {
    EventStreams quick({.mostStreams = 1, .mostBuffered = 1000, .heartbeat = std::chrono::milliseconds(5)});
    Router router(noGuards());
    router.add({"GET", "/live", [](const Request&) { return Reply::eventStream("all"); }});
    Server server({.port = 0}, router, quick);
    HttpClient client(server.port());
    client.send("GET /live HTTP/1.1\r\nHost: x\r\n\r\n");
    client.receiveUntil("retry: 2000\n\n");
    BOOST_TEST(client.receiveUntil("\n\n") == ":\n\n");

    HttpClient tooMany(server.port());
    const auto refused = tooMany.ask("GET", "/live");
    BOOST_TEST(refused.status == 503);
    BOOST_TEST(refused.body.find("too_many_streams") != std::string::npos);
}

namespace {

/// Streams with rules of their own, and a route to join them.
struct Ruled {
    explicit Ruled(EventStreams::Settings settings) : streams(settings) {
        router.add({"GET", "/live", [](const Request&) { return Reply::eventStream("all"); }});
    }

    std::unique_ptr<HttpClient> follow() {
        auto client = std::make_unique<HttpClient>(server.port());
        client->send("GET /live HTTP/1.1\r\nHost: x\r\n\r\n");
        client->receiveUntil("retry: 2000\n\n");
        return client;
    }

    EventStreams streams;
    Router router{noGuards()};
    Server server{{.port = 0}, router, streams};
};

}  // namespace

BOOST_AUTO_TEST_CASE(one_follower_has_so_many_streams_and_no_more) {
    Ruled site({.mostPerFollower = 2});
    const auto one = site.follow(), two = site.follow();
    HttpClient three(site.server.port());
    BOOST_TEST(three.ask("GET", "/live").status == 503);
    BOOST_TEST(site.streams.hasRoomFor("somebody else"));
}

BOOST_AUTO_TEST_CASE(a_stream_ends_after_its_time_so_that_it_outlives_no_session_for_long) {
    using namespace std::chrono_literals;
    Ruled site({.heartbeat = 5ms, .longestLife = 1ms});
    HttpClient client(site.server.port());
    client.send("GET /live HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_CHECK_THROW(client.receiveUntil("never"), std::runtime_error);
    BOOST_TEST(site.streams.count() == 0u);
}

BOOST_FIXTURE_TEST_CASE(what_was_missed_comes_first_and_what_happens_meanwhile_comes_once, Followed) {
    routes().add({"GET", "/again", [this](const Request&) {
                      auto reply = Reply::eventStream("all", formatEvent("1", "one"));
                      reply.missed = [this] {
                          for (const char* id : {"2", "3", "4"})
                              streams.publish("all", id, "told live");
                          return Missed{formatEvent("2", "read") + formatEvent("3", "read"), 3};
                      };
                      return reply;
                  }});
    HttpClient client(port());
    client.send("GET /again HTTP/1.1\r\nHost: x\r\n\r\n");
    client.receiveUntil("retry: 2000\n\n");
    BOOST_TEST(client.receiveUntil("id: 4\ndata: told live\n\n") ==
               "id: 1\ndata: one\n\nid: 2\ndata: read\n\nid: 3\ndata: read\n\nid: 4\ndata: told live\n\n");
    streams.publish("all", "5", "told live");
    BOOST_TEST(client.receiveUntil("\n\n") == "id: 5\ndata: told live\n\n");
}

BOOST_FIXTURE_TEST_CASE(more_was_missed_than_a_slow_clients_buffer_holds, Followed) {
    const std::string large(200'000, 'x');
    routes().add({"GET", "/again", [&](const Request&) {
                      auto reply = Reply::eventStream("all");
                      reply.missed = [&] { return Missed{formatEvent("1", large), 1}; };
                      return reply;
                  }});
    HttpClient client(port());
    client.send("GET /again HTTP/1.1\r\nHost: x\r\n\r\n");
    client.receiveUntil("id: 1\ndata: ");
    streams.publish("all", "2", "after");
    client.receiveUntil(large + "\n\n");
    BOOST_TEST(client.receiveUntil("\n\n") == "id: 2\ndata: after\n\n");
}

BOOST_FIXTURE_TEST_CASE(what_does_not_fit_into_the_network_is_sent_once_it_is_read, Followed) {
    const std::string large(32 << 20, 'x');
    routes().add({"GET", "/again", [&](const Request&) {
                      auto reply = Reply::eventStream("all");
                      reply.missed = [&] { return Missed{formatEvent("1", large), 1}; };
                      return reply;
                  }});
    HttpClient client(port());
    client.send("GET /again HTTP/1.1\r\nHost: x\r\n\r\n");
    while (streams.count() != 1)
        std::this_thread::yield();
    const auto other = follow();
    streams.publish("all", "2", "meanwhile");
    BOOST_TEST(other->receiveUntil("\n\n") == "id: 2\ndata: meanwhile\n\n");
    client.receiveUntil("id: 1\ndata: ");
    BOOST_TEST((client.receiveUntil("\n") == large + "\n"));
    BOOST_TEST(client.receiveUntil("meanwhile\n\n") == "\nid: 2\ndata: meanwhile\n\n");
}

BOOST_FIXTURE_TEST_CASE(streams_end_and_no_more_are_taken, Followed) {
    const auto client = follow();
    streams.end();
    BOOST_CHECK_THROW(client->receiveUntil("never"), std::runtime_error);
    HttpClient late(port());
    BOOST_TEST(late.ask("GET", "/live").status == 503);
}

BOOST_FIXTURE_TEST_CASE(a_stream_whose_past_cannot_be_read_ends, Followed) {
    routes().add({"GET", "/again", [](const Request&) {
                      auto reply = Reply::eventStream("all");
                      reply.missed = []() -> Missed { throw std::runtime_error("no database"); };
                      return reply;
                  }});
    HttpClient client(port());
    client.send("GET /again HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_CHECK_THROW(client.receiveUntil("never"), std::runtime_error);
    BOOST_TEST(streams.count() == 0u);
}

BOOST_FIXTURE_TEST_CASE(head_of_a_stream_stays_an_ordinary_request, Followed) {
    HttpClient client(port());
    BOOST_TEST(client.ask("HEAD", "/live").status == 200);
    BOOST_TEST(client.ask("GET", "/now").body == "now");
    BOOST_TEST(streams.count() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
