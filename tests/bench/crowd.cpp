#include "tests/bench/crowd.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>

namespace remise::bench {
namespace {

constexpr int slow = 200, silent = 2000, streamsEach = 8;

int connectAndSend(int port, const std::string& first) {
    const int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("the crowd cannot connect to port " + std::to_string(port));
    send(client, first.data(), first.size(), MSG_NOSIGNAL);
    return client;
}

void allowManyDescriptors() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

Crowd::Crowd(int port, const std::vector<std::string>& tokens) {
    allowManyDescriptors();
    const std::string follow = "GET /api/v1/feed/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ";
    for (int i = 0; i < slow; ++i)
        m_slow.push_back(connectAndSend(
            port, i % 2 ? "GET / HTTP/1.1\r\nX-Drip: "
                        : "POST /connexion HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"));
    for (int i = 0; i < silent; ++i)
        m_still.push_back(connectAndSend(port, ""));
    for (const std::string& token : tokens)
        for (int i = 0; i < streamsEach; ++i)
            m_still.push_back(connectAndSend(port, follow + token + "\r\n\r\n"));
    m_dripping = std::thread([this] {
        for (int beat = 1; !m_ends; ++beat) {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            for (const int client : m_slow)
                if (beat % 10 == 0) send(client, "x", 1, MSG_NOSIGNAL);
        }
    });
}

Crowd::~Crowd() {
    m_ends = true;
    m_dripping.join();
    for (const int client : m_slow)
        close(client);
    for (const int client : m_still)
        close(client);
}

}  // namespace remise::bench
