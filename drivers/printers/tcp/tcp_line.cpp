#include "drivers/printers/tcp/tcp_line.h"

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <thread>

namespace remise::drivers {
namespace {

using AddressInfo = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

AddressInfo resolved(const TcpAddress& address) {
    addrinfo wanted{};
    wanted.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (getaddrinfo(address.host.c_str(), std::to_string(address.port).c_str(), &wanted, &found) != 0)
        found = nullptr;
    return {found, freeaddrinfo};
}

int openSocket(const addrinfo& address) {
    const int socket =
        ::socket(address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, address.ai_protocol);
    if (socket < 0) return socket;
    // The end of a label is a few bytes that must not wait for company.
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

bool isForNow(int error) {
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

}  // namespace

TcpLine::TcpLine(TcpAddress address) : m_address(std::move(address)) {
}

TcpLine::~TcpLine() {
    if (m_socket >= 0) close(m_socket);
}

bool TcpLine::waitFor(Wanted wanted, Patience patience) const {
    pollfd entry{m_socket, static_cast<short>(wanted == Wanted::readable ? POLLIN : POLLOUT), 0};
    return poll(&entry, 1, static_cast<int>(patience.count())) > 0;
}

LineFault TcpLine::lose() {
    if (m_socket >= 0) close(m_socket);
    m_socket = -1;
    return LineFault::unplugged;
}

LineFault TcpLine::connect(Patience patience) {
    if (m_socket >= 0) return LineFault::none;
    if (m_wasConnected) return LineFault::unplugged;
    const AddressInfo address = resolved(m_address);
    m_socket = address ? openSocket(*address) : -1;
    if (m_socket < 0) return LineFault::refused;
    int failure = ::connect(m_socket, address->ai_addr, address->ai_addrlen) == 0 ? 0 : errno;
    if (failure == EINPROGRESS) {
        socklen_t size = sizeof failure;
        failure = ETIMEDOUT;
        if (waitFor(Wanted::writable, patience)) getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &failure, &size);
    }
    if (failure != 0) {
        lose();
        return LineFault::refused;
    }
    m_wasConnected = true;
    return LineFault::none;
}

bool TcpLine::recover() {
    lose();
    m_wasConnected = false;
    constexpr Patience patience{1000};
    return connect(patience) == LineFault::none;
}

std::size_t TcpLine::unacknowledged() const {
    int waiting = 0;
    return ioctl(m_socket, TIOCOUTQ, &waiting) == 0 ? static_cast<std::size_t>(waiting) : 0;
}

/// No poll() tells of it, so it looks again and again; what is left when nothing more went within the
/// patience.
std::size_t TcpLine::waitForAcknowledgement(Patience patience) const {
    constexpr Patience pause{1};
    std::size_t waiting = unacknowledged();
    for (Patience waited{0}; waiting > 0 && waited < patience; waited += pause) {
        std::this_thread::sleep_for(pause);
        const std::size_t now = unacknowledged();
        if (now < waiting) waited = Patience{0};
        waiting = now;
    }
    return waiting;
}

Sent TcpLine::send(std::string_view bytes, Patience patience) {
    if (const LineFault fault = connect(patience); fault != LineFault::none) return {0, fault};
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        if (!waitFor(Wanted::writable, patience)) break;
        const ssize_t count = ::send(m_socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count < 0 && !isForNow(errno)) return {sent - std::min(sent, unacknowledged()), lose()};
        sent += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    const std::size_t waiting = std::min(sent, waitForAcknowledgement(patience));
    const bool isThrough = sent == bytes.size() && waiting == 0;
    return {sent - waiting, isThrough ? LineFault::none : LineFault::timeout};
}

Received TcpLine::receive(std::size_t atMost, Patience patience) {
    if (m_socket < 0) return {{}, m_wasConnected ? LineFault::unplugged : LineFault::timeout};
    if (!waitFor(Wanted::readable, patience)) return {{}, LineFault::timeout};
    std::string bytes(atMost, '\0');
    const ssize_t count = ::recv(m_socket, bytes.data(), bytes.size(), 0);
    if (count < 0 && isForNow(errno)) return {{}, LineFault::timeout};
    if (count <= 0) return {{}, lose()};
    bytes.resize(static_cast<std::size_t>(count));
    return {bytes, LineFault::none};
}

}  // namespace remise::drivers
