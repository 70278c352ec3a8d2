#include "server/http/front.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <future>
#include <semaphore>

#include "tests/server/http/running_server.h"

using namespace remise;
using namespace remise::http;
using namespace std::chrono_literals;
using test::HttpClient;
using test::RunningServer;

namespace {

constexpr auto never = std::chrono::hours(1);

struct Site : RunningServer {
    explicit Site(Server::Settings wanted = {}) : RunningServer(std::move(wanted)) {
        routes().add({"GET", "/hello", [](const Request&) { return Reply::text("hello"); }});
        routes().add({"POST", "/echo", [](const Request& r) { return Reply::text(r.body); }});
        routes().add({"GET", "/live", [](const Request&) { return Reply::eventStream("all"); }});
    }
    /// A route whose requests are answered once the test says so.
    void addGate(const std::string& path) {
        routes().add({"GET", path, [this](const Request&) {
                          begun.release();
                          opened.wait();
                          return Reply::text("done");
                      }});
    }

    std::counting_semaphore<> begun{0};
    std::promise<void> open;
    std::shared_future<void> opened = open.get_future().share();
};

using Clients = std::vector<std::unique_ptr<HttpClient>>;

Clients connect(std::uint16_t port, int count, const std::string& first = "") {
    Clients clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<HttpClient>(port));
        if (!first.empty()) clients.back()->send(first);
    }
    return clients;
}

void drip(const Clients& clients) {
    for (const auto& client : clients)
        client->send("x");
}

std::ptrdiff_t threads() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/task"), {});
}

const std::string ask = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
const std::string halfHead = "GET /hello HTTP/1.1\r\nX-Drip: ";
const std::string halfBody = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n";

bool isAnswered(HttpClient& client, int times = 1) {
    for (int i = 0; i < times; ++i)
        if (client.ask("GET", "/hello").body != "hello") return false;
    return true;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(front_test)

BOOST_AUTO_TEST_CASE(four_hundred_who_send_a_byte_now_and_then_keep_nobody_waiting) {
    Site site({.patience = {.request = never}, .crew = {.workers = 1}});
    const auto heads = connect(site.port(), 200, halfHead), bodies = connect(site.port(), 200, halfBody);
    HttpClient scanner(site.port());
    BOOST_TEST(isAnswered(scanner));
    const auto before = threads();
    for (int i = 0; i < 20; ++i) {
        drip(heads);
        drip(bodies);
        BOOST_TEST(isAnswered(scanner, 10));
    }
    BOOST_TEST(site.server->connections() == 401);
    BOOST_TEST(threads() == before);
}

BOOST_AUTO_TEST_CASE(who_drips_is_told_so_at_the_deadline_of_the_whole_request) {
    Site site({.patience = {.request = 300ms}});
    for (const std::string& begin : {halfHead, halfBody}) {
        const auto clients = connect(site.port(), 20, begin);
        while (site.router.traffic().tooSlow < 20)
            drip(clients);
        for (const auto& client : clients)
            BOOST_TEST(client->receive().status == 408);
        site.router.traffic().tooSlow = 0;
    }
    HttpClient other(site.port());
    BOOST_TEST(isAnswered(other));
}

BOOST_AUTO_TEST_CASE(two_thousand_idle_clients_and_two_hundred_followers_hold_no_thread) {
    Site site({.crew = {.workers = 1}});
    HttpClient scanner(site.port());
    BOOST_TEST(isAnswered(scanner));
    const auto before = threads();
    const auto silent = connect(site.port(), 1000), idle = connect(site.port(), 1000);
    for (const auto& client : idle)  // one after the other: so many at once may be told to come again
        BOOST_TEST(isAnswered(*client));
    const auto followers = connect(site.port(), 200, "GET /live HTTP/1.1\r\nHost: x\r\n\r\n");
    for (const auto& follower : followers)
        follower->receiveUntil("retry: 2000\n\n");
    BOOST_TEST(isAnswered(scanner, 100));
    BOOST_TEST(site.server->connections() == 2001);
    BOOST_TEST(site.streams.count() == 200u);
    BOOST_TEST(threads() == before);
    site.streams.publish("all", "1", "for everybody");
    for (const auto& follower : followers)
        BOOST_TEST(follower->receiveUntil("\n\n") == "id: 1\ndata: for everybody\n\n");
    for (const auto& client : idle)
        BOOST_TEST(isAnswered(*client));
}

BOOST_AUTO_TEST_CASE(past_its_queue_the_server_says_at_once_to_come_again) {
    Site site({.crew = {.workers = 1, .mostWaiting = 1, .longestWait = never}});
    site.addGate("/slow");
    site.routes().add({.method = "GET",
                       .pattern = "/healthz",
                       .handler = [](const Request&) { return Reply::text("ok"); },
                       .access = Access::open,
                       .lane = Lane::atOnce});
    HttpClient served(site.port()), queued(site.port()), refused(site.port());
    served.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    site.begun.acquire();
    queued.send(ask);
    while (site.router.traffic().waiting != 1)
        std::this_thread::yield();
    const auto answer = refused.ask("GET", "/hello");
    BOOST_TEST(answer.status == 503);
    BOOST_TEST(answer.header("retry-after") == "1");
    BOOST_TEST(answer.body.find("\"unavailable\"") != std::string::npos);
    BOOST_TEST(refused.ask("GET", "/healthz").body == "ok");
    BOOST_TEST(site.router.traffic().overloaded == 1u);
    site.open.set_value();
    BOOST_TEST(served.receive().body == "done");
    BOOST_TEST(queued.receive().body == "hello");
    BOOST_TEST(isAnswered(refused));
}

BOOST_AUTO_TEST_CASE(who_has_waited_too_long_for_a_worker_is_told_to_come_again) {
    Site site({.crew = {.workers = 1, .longestWait = 50ms}});
    site.addGate("/slow");
    HttpClient served(site.port()), queued(site.port());
    served.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    site.begun.acquire();
    BOOST_TEST(queued.ask("GET", "/hello").status == 503);
    site.open.set_value();
    BOOST_TEST(served.receive().body == "done");
    BOOST_TEST(isAnswered(queued));
}

BOOST_AUTO_TEST_CASE(what_goes_ahead_never_waits_behind_slow_pages) {
    Site site({.crew = {.workers = 2, .longestWait = never}});
    site.addGate("/slow");
    site.routes().add({.method = "POST",
                       .pattern = "/commands",
                       .handler = [](const Request&) { return Reply::text("stored"); },
                       .lane = Lane::ahead});
    const auto pages = connect(site.port(), 20, "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    site.begun.acquire();
    HttpClient scanner(site.port());
    for (int i = 0; i < 50; ++i)
        BOOST_TEST(scanner.ask("POST", "/commands").body == "stored");
    site.open.set_value();
    for (const auto& page : pages)
        BOOST_TEST(page->receive().body == "done");
}

BOOST_AUTO_TEST_CASE(stopping_finishes_what_was_taken_on_and_refuses_what_is_new) {
    Site site;
    site.addGate("/slow");
    HttpClient begun(site.port()), open(site.port()), follower(site.port());
    BOOST_TEST(isAnswered(open));
    follower.send("GET /live HTTP/1.1\r\nHost: x\r\n\r\n");
    follower.receiveUntil("retry: 2000\n\n");
    begun.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    site.begun.acquire();
    site.server->stop();
    BOOST_CHECK_THROW(follower.receiveUntil("never"), std::runtime_error);
    HttpClient late(site.port());
    for (HttpClient* client : {&open, &late}) {
        const auto refused = client->ask("GET", "/hello");
        BOOST_TEST(refused.status == 503);
        BOOST_TEST(refused.header("retry-after") == "1");
        BOOST_TEST(refused.header("connection") == "close");
        BOOST_TEST(refused.body.find("\"stopping\"") != std::string::npos);
        BOOST_TEST(client->endsQuietly());
    }
    BOOST_TEST(!site.server->waitUntilDrained(0ms));
    site.open.set_value();
    BOOST_TEST(begun.receive().body == "done");
    BOOST_TEST(site.server->waitUntilDrained(never));
    BOOST_CHECK_THROW(HttpClient(site.port()), std::exception);
}

BOOST_AUTO_TEST_CASE(who_does_not_read_keeps_no_server_from_its_end) {
    const std::string large(32 << 20, 'x');
    Site site({.patience = {.reply = never}});
    site.routes().add({"GET", "/large", [&](const Request&) { return Reply::text(large); }});
    HttpClient reader(site.port());
    reader.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    while (site.router.traffic().gathered < 1 << 20)
        std::this_thread::yield();
    site.server->stop();
    BOOST_TEST(site.server->waitUntilDrained(std::chrono::minutes(1)));
}

BOOST_AUTO_TEST_CASE(who_does_not_read_a_long_reply_holds_no_worker) {
    const std::string large(32 << 20, 'x');
    Site site({.crew = {.workers = 1}});
    site.routes().add({"GET", "/large", [&](const Request&) { return Reply::text(large); }});
    HttpClient reader(site.port()), other(site.port());
    reader.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    while (site.router.traffic().gathered < 1 << 20)
        std::this_thread::yield();
    BOOST_TEST(isAnswered(other, 10));
    BOOST_TEST((reader.receive().body == large));
    BOOST_TEST(isAnswered(reader));
}

BOOST_AUTO_TEST_CASE(who_never_reads_a_long_reply_is_dropped) {
    const std::string large(32 << 20, 'x');
    Site site({.patience = {.reply = 50ms, .slowestReader = 1 << 30}});
    site.routes().add({"GET", "/large", [&](const Request&) { return Reply::text(large); }});
    HttpClient reader(site.port());
    reader.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    while (site.router.traffic().tooSlow != 1)
        std::this_thread::yield();
    BOOST_CHECK_THROW(reader.receive(), std::runtime_error);
    BOOST_TEST(site.router.traffic().gathered == 0);
}

BOOST_AUTO_TEST_CASE(one_address_has_so_many_unfinished_requests_and_no_more) {
    Site site({.patience = {.request = never}, .room = {.sendingFromOne = 3}});
    const auto idle = connect(site.port(), 5, ask);
    for (const auto& client : idle)
        BOOST_TEST(client->receive().body == "hello");
    const auto sending = connect(site.port(), 3, halfHead);
    HttpClient whole(site.port()), fourth(site.port());
    BOOST_TEST(isAnswered(whole));
    fourth.send(halfBody);
    BOOST_TEST(fourth.receive().status == 503);
    BOOST_TEST(fourth.endsQuietly());
    sending.front()->send("x\r\nHost: x\r\n\r\n");
    BOOST_TEST(sending.front()->receive().body == "hello");
    HttpClient next(site.port());
    next.send(halfHead + "x\r\n");
    BOOST_TEST(isAnswered(whole));
    next.send("\r\n");
    BOOST_TEST(next.receive().body == "hello");
}

BOOST_AUTO_TEST_CASE(all_clients_together_fill_so_much_memory_and_no_more) {
    Site site({.patience = {.request = never}, .room = {.gathered = 260'000}});
    const auto sending = connect(site.port(), 2, halfBody + std::string(90'000, 'x'));
    while (site.router.traffic().gathered < 180'000)
        std::this_thread::yield();
    HttpClient third(site.port()), small(site.port());
    third.send(halfBody + std::string(90'000, 'x'));
    BOOST_TEST(third.receive().status == 503);
    BOOST_TEST(small.ask("POST", "/echo", {}, "small").body == "small");
    sending.front()->send(std::string(10'000, 'x'));
    BOOST_TEST(sending.front()->receive().body.size() == 100'000u);
}

BOOST_AUTO_TEST_CASE(one_address_fills_so_much_memory_and_no_more) {
    Site site({.patience = {.request = never}, .room = {.gatheredFromOne = 200'000}});
    const auto sending = connect(site.port(), 2, halfBody + std::string(90'000, 'x'));
    while (site.router.traffic().gathered < 180'000)
        std::this_thread::yield();
    HttpClient third(site.port()), small(site.port());
    third.send(halfBody + std::string(90'000, 'x'));
    BOOST_TEST(third.receive().status == 503);
    BOOST_TEST(small.ask("POST", "/echo", {}, "small").body == "small");
    for (const auto& client : sending) {
        client->send(std::string(10'000, 'x'));
        BOOST_TEST(client->receive().body.size() == 100'000u);
    }
    third.endsQuietly();
    HttpClient fourth(site.port());
    fourth.send(halfBody + std::string(100'000, 'x'));
    BOOST_TEST(fourth.receive().body.size() == 100'000u);
}

BOOST_AUTO_TEST_CASE(the_last_quarter_of_the_memory_is_for_what_goes_ahead) {
    Site site({.patience = {.request = never}, .room = {.gathered = 400'000}});
    site.routes().add({.method = "POST",
                       .pattern = "/commands",
                       .handler = [](const Request&) { return Reply::text("stored"); },
                       .lane = Lane::ahead});
    const auto sending = connect(site.port(), 3, halfBody + std::string(90'000, 'x'));
    while (site.router.traffic().gathered < 270'000)
        std::this_thread::yield();
    HttpClient page(site.port()), scanner(site.port());
    page.send(halfBody + std::string(90'000, 'x'));
    BOOST_TEST(page.receive().status == 503);
    scanner.send("POST /commands HTTP/1.1\r\nHost: x\r\nContent-Length: 90000\r\n\r\n" +
                 std::string(45'000, 'x'));
    while (site.router.traffic().gathered < 315'000)
        std::this_thread::yield();
    scanner.send(std::string(45'000, 'x'));
    BOOST_TEST(scanner.receive().body == "stored");
}

BOOST_AUTO_TEST_CASE(a_head_fills_memory_for_as_long_as_its_body_takes) {
    Site site({.patience = {.request = never}, .room = {.gathered = 66'000}});
    const auto head =
        "POST /echo HTTP/1.1\r\nX: " + std::string(30'000, 'x') + "\r\nContent-Length: 9\r\n\r\n";
    const auto first = connect(site.port(), 1, head);
    while (site.router.traffic().gathered < 30'000)
        std::this_thread::yield();
    HttpClient second(site.port());
    second.send(head);
    BOOST_TEST(second.receive().status == 503);
    first.front()->send("it's here");
    BOOST_TEST(first.front()->receive().body == "it's here");
}

BOOST_AUTO_TEST_CASE(when_nobody_leaves_a_place_who_comes_is_told_to_come_again) {
    Site site({.room = {.connections = 1}});
    site.addGate("/slow");
    HttpClient begun(site.port());
    begun.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    site.begun.acquire();
    HttpClient second(site.port());
    const auto refused = second.receive();
    BOOST_TEST(refused.status == 503);
    BOOST_TEST(refused.header("retry-after") == "1");
    BOOST_TEST(second.endsQuietly());
    site.open.set_value();
    BOOST_TEST(begun.receive().body == "done");
}

BOOST_AUTO_TEST_CASE(when_all_places_are_taken_the_longest_idle_client_leaves) {
    Site site({.crew = {.workers = 1}, .room = {.connections = 3}});
    const auto idle = connect(site.port(), 3);
    for (const auto& client : idle)
        BOOST_TEST(isAnswered(*client));
    HttpClient fourth(site.port());
    BOOST_TEST(isAnswered(fourth));
    BOOST_TEST(idle.front()->endsQuietly());
    BOOST_TEST(isAnswered(*idle.back()));
}

BOOST_AUTO_TEST_CASE(a_silent_connection_ends_quietly_after_its_time) {
    Site site({.patience = {.idle = 30ms}});
    HttpClient client(site.port());
    BOOST_TEST(client.endsQuietly());
    BOOST_TEST(site.router.traffic().tooSlow == 0u);
}

BOOST_AUTO_TEST_CASE(requests_sent_together_are_answered_in_their_order) {
    Site site;
    HttpClient client(site.port());
    std::string all;
    for (int i = 0; i < 200; ++i)
        all += "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n" + std::to_string(100 + i);
    client.send(all);
    for (int i = 0; i < 200; ++i)
        BOOST_TEST(client.receive().body == std::to_string(100 + i));
}

BOOST_AUTO_TEST_CASE(who_asks_before_sending_a_body_is_told_to_go_ahead_or_why_not) {
    Site site;
    HttpClient client(site.port());
    const std::string head = "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: ";
    client.send(head + "4\r\n\r\n");
    client.receiveUntil("HTTP/1.1 100 Continue\r\n\r\n");
    client.send("body");
    BOOST_TEST(client.receive().body == "body");
    client.send(head + "2000000\r\n\r\n");
    BOOST_TEST(client.receive().status == 413);
}

BOOST_AUTO_TEST_CASE(a_connection_ends_when_its_client_wants_it_so) {
    Site site;
    for (const char* head :
         {"GET /hello HTTP/1.0\r\n\r\n", "GET /hello HTTP/1.1\r\nConnection: close\r\n\r\n"}) {
        HttpClient client(site.port());
        client.send(head);
        const auto answer = client.receive();
        BOOST_TEST(answer.body == "hello");
        BOOST_TEST(answer.header("connection") == "close");
        BOOST_TEST(client.endsQuietly());
    }
}

BOOST_AUTO_TEST_SUITE_END()
