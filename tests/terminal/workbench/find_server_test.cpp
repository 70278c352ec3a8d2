#include "terminal/workbench/find_server.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <thread>

using namespace remise::workbench;
using namespace std::chrono_literals;

namespace {

std::string two(int number) {
    return {static_cast<char>(number >> 8), static_cast<char>(number & 0xff)};
}

std::string label(const std::string& text) {
    return static_cast<char>(text.size()) + text;
}

/// A record: name, type, class and time to live, data behind its length.
std::string record(const std::string& name, int type, const std::string& data) {
    return name + two(type) + two(0x8001) + std::string(4, '\1') + two(static_cast<int>(data.size())) + data;
}

const std::string service = label("_remise") + label("_tcp") + label("local") + std::string(1, '\0');
constexpr int headerBytes = 12;

/// What avahi answers: a pointer to the instance, and its text beside, whose name points back to the service.
std::string answer(const std::string& text = "url=https://remise.example", int flags = 0x8400) {
    const std::string instance = label("Remise") + "\xc0" + std::string(1, static_cast<char>(headerBytes));
    return two(0) + two(flags) + two(0) + two(1) + two(0) + two(1) + record(service, 12, instance) +
           record(instance, 16, label("version=1") + label(text));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(find_server_test)

BOOST_AUTO_TEST_CASE(the_servers_address_stands_in_its_services_text) {
    BOOST_TEST(serverIn(answer()).value_or("") == "https://remise.example");
}

BOOST_AUTO_TEST_CASE(a_question_another_service_and_what_is_no_address_say_nothing) {
    BOOST_TEST(!serverIn(answer("url=https://remise.example", 0)));
    BOOST_TEST(!serverIn(answer("url=remise.example")));
    BOOST_TEST(!serverIn(answer("url=http://a b")));
    BOOST_TEST(!serverIn(answer("path=https://remise.example")));
    std::string printer = answer();
    for (auto at = printer.find("_remise"); at != printer.npos; at = printer.find("_remise"))
        printer.replace(at, 7, "_ippxxx");
    BOOST_TEST(!serverIn(printer));
}

BOOST_AUTO_TEST_CASE(an_answer_cut_anywhere_says_nothing) {
    const std::string whole = answer();
    for (std::size_t length = 0; length < whole.size(); ++length)
        BOOST_TEST(!serverIn(std::string_view(whole).substr(0, length)), length);
}

BOOST_AUTO_TEST_CASE(a_name_that_points_to_itself_ends) {
    const std::string ring =
        two(0) + two(0x8400) + two(0) + two(1) + two(0) + two(0) + "\xc0\x0c" + std::string(10, '\0');
    BOOST_TEST(!serverIn(ring));
}

BOOST_AUTO_TEST_CASE(who_asks_hears_the_server) {
    const int handle = ::socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in own{};
    own.sin_family = AF_INET;
    own.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof own;
    BOOST_REQUIRE(::bind(handle, reinterpret_cast<sockaddr*>(&own), size) == 0);
    BOOST_REQUIRE(::getsockname(handle, reinterpret_cast<sockaddr*>(&own), &size) == 0);
    std::string asked;
    std::thread server([&] {
        char packet[512];
        sockaddr_in from{};
        socklen_t length = sizeof from;
        const auto got =
            ::recvfrom(handle, packet, sizeof packet, 0, reinterpret_cast<sockaddr*>(&from), &length);
        asked.assign(packet, static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        const std::string said = answer();
        (void)::sendto(handle, said.data(), said.size(), 0, reinterpret_cast<sockaddr*>(&from), length);
    });
    const auto found = askNetwork(30s, "127.0.0.1", ntohs(own.sin_port));
    server.join();
    ::close(handle);
    BOOST_TEST(found.value_or("") == "https://remise.example");
    BOOST_TEST(asked.find(service) == headerBytes);
}

BOOST_AUTO_TEST_SUITE_END()
