#include "tests/support/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace remise::test {
namespace {

std::string lowerCase(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

HttpAnswer readHead(std::string_view head) {
    HttpAnswer answer;
    answer.status = std::stoi(std::string(head.substr(9, 3)));
    for (auto at = head.find("\r\n"); at != head.npos && at + 2 < head.size();) {
        const auto end = head.find("\r\n", at + 2);
        const std::string_view line = head.substr(at + 2, end - at - 2);
        const auto colon = line.find(": ");
        std::string& value = answer.headers[lowerCase(std::string(line.substr(0, colon)))];
        value += (value.empty() ? "" : "\n") + std::string(line.substr(colon + 2));
        at = end;
    }
    return answer;
}

}  // namespace

std::string HttpAnswer::header(const std::string& lowerCaseName) const {
    const auto found = headers.find(lowerCaseName);
    return found == headers.end() ? "" : found->second;
}

HttpClient::HttpClient(std::uint16_t port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::system_error(errno, std::generic_category(), "connecting to port " + std::to_string(port));
}

HttpClient::~HttpClient() {
    ::close(m_socket);
}

HttpAnswer HttpClient::ask(const std::string& method, const std::string& target, const Headers& headers,
                           const std::string& body) {
    std::string request = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto& [name, value] : headers)
        request += name + ": " + value + "\r\n";
    if (!body.empty()) request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    send(request + "\r\n" + body);
    return receive(method);
}

bool HttpClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

HttpAnswer HttpClient::receive(std::string_view method) {
    const std::string head = receiveUntil("\r\n\r\n");
    HttpAnswer answer = readHead(std::string_view(head).substr(0, head.size() - 2));
    const std::string length = answer.header("content-length");
    const std::size_t size = method == "HEAD" || length.empty() ? 0 : std::stoul(length);
    while (m_received.size() < size)
        if (!receiveMore()) throw std::runtime_error("the connection ended inside an answer");
    answer.body = m_received.substr(0, size);
    m_received.erase(0, size);
    return answer;
}

std::string HttpClient::receiveUntil(std::string_view text) {
    std::size_t at;
    while ((at = m_received.find(text)) == m_received.npos)
        if (!receiveMore()) throw std::runtime_error("the connection ended before: " + std::string(text));
    const std::string whole = m_received.substr(0, at + text.size());
    m_received.erase(0, at + text.size());
    return whole;
}

bool HttpClient::endsQuietly() {
    while (receiveMore()) {
    }
    return m_received.empty();
}

bool HttpClient::receiveMore() {
    std::array<char, 16384> bytes;
    const auto count = ::recv(m_socket, bytes.data(), bytes.size(), 0);
    if (count <= 0) return false;
    m_received.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

}  // namespace remise::test
