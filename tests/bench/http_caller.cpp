#include "tests/bench/http_caller.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace remise::bench {

HttpCaller::HttpCaller(int port, std::string token)
    : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), m_token(std::move(token)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("cannot connect to port " + std::to_string(port));
}

HttpCaller::~HttpCaller() {
    close(m_socket);
}

std::string HttpCaller::ask(std::string_view method, std::string_view path, std::string_view body) {
    std::string request(method);
    request.append(" ")
        .append(path)
        .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ")
        .append(m_token);
    request.append("\r\nContent-Length: ")
        .append(std::to_string(body.size()))
        .append("\r\n\r\n")
        .append(body);
    if (write(m_socket, request.data(), request.size()) != static_cast<ssize_t>(request.size()))
        throw std::runtime_error("the server hung up");
    m_received.clear();
    std::size_t head = std::string::npos, length = 0;
    char buffer[16384];
    while (head == std::string::npos || m_received.size() < head + 4 + length) {
        const auto count = read(m_socket, buffer, sizeof buffer);
        if (count <= 0) throw std::runtime_error("the server hung up");
        m_received.append(buffer, static_cast<std::size_t>(count));
        if (head == std::string::npos && (head = m_received.find("\r\n\r\n")) != std::string::npos) {
            const auto at = m_received.find("Content-Length: ");
            if (m_received.compare(9, 3, "200") != 0 || at > head)
                throw std::runtime_error(std::string(path) + ": " + m_received.substr(0, 400));
            length = std::stoul(m_received.substr(at + 16, 12));
        }
    }
    return m_received.substr(head + 4, length);
}

}  // namespace remise::bench
