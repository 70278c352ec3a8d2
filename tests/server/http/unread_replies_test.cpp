#include <boost/test/unit_test.hpp>
#include <deque>
#include <thread>

#include "tests/server/http/running_server.h"

using namespace remise;
using namespace remise::http;
using test::HttpClient;
using test::RunningServer;

BOOST_AUTO_TEST_SUITE(unread_replies_test)

BOOST_AUTO_TEST_CASE(replies_that_nobody_reads_leave_the_last_quarter_to_what_goes_ahead) {
    const std::string large(16 << 20, 'x');  // more than the sockets hold
    RunningServer site({.patience = {.reply = std::chrono::hours(1)},
                        .room = {.gathered = (64 << 20) + 20'000, .gatheredFromOne = 1 << 30}});
    site.routes().add({"GET", "/large", [&](const Request&) { return Reply::text(large); }});
    site.routes().add({.method = "POST",
                       .pattern = "/commands",
                       .handler = [](const Request&) { return Reply::text("stored"); },
                       .lane = Lane::ahead});
    std::deque<HttpClient> readers;
    for (int i = 0; i < 3; ++i)
        readers.emplace_back(site.port()).send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    while (site.router.traffic().gathered < 3 * std::ssize(large))
        std::this_thread::yield();
    HttpClient fourth(site.port()), scanner(site.port());
    BOOST_CHECK_THROW(fourth.ask("GET", "/large"), std::runtime_error);
    scanner.send("POST /commands HTTP/1.1\r\nHost: x\r\nContent-Length: 90000\r\n\r\n" +
                 std::string(45'000, 'x'));
    while (site.router.traffic().gathered < 3 * std::ssize(large) + 45'000)
        std::this_thread::yield();
    scanner.send(std::string(45'000, 'x'));
    BOOST_TEST(scanner.receive().body == "stored");
}

BOOST_AUTO_TEST_SUITE_END()
