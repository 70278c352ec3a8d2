// Who comes to the front, and for whom there is no place.
#include <Poco/Exception.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <iostream>

#include "server/http/front.h"

namespace remise::http {
namespace {

/// Without descriptors for more clients, those that wait to be accepted wait a moment longer.
constexpr auto afterFailedAccept = std::chrono::milliseconds(100);
constexpr std::string_view noRoom =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

std::string describe(const std::exception& trouble) {
    const auto* poco = dynamic_cast<const Poco::Exception*>(&trouble);
    return poco ? poco->displayText() : trouble.what();
}

bool isSomebodyThere(int descriptor) {
    pollfd one{descriptor, POLLIN, 0};
    return ::poll(&one, 1, 0) > 0;
}

/// What has come already is taken: left unread it would reset the connection under the answer.
void turnAway(int descriptor) {
    std::array<char, 64 * 1024> ignored;
    ::send(descriptor, noRoom.data(), noRoom.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    ::shutdown(descriptor, SHUT_WR);
    ::recv(descriptor, ignored.data(), ignored.size(), MSG_DONTWAIT);
}

}  // namespace

/// A few at a time, so that those who are connected already come to their turn.
void Front::accept() {
    constexpr int atOnce = 64;
    try {
        for (int i = 0; i < atOnce && isSomebodyThere(m_socket.impl()->sockfd()); ++i)
            takeOne();
        m_readiness.change(m_socket.impl()->sockfd(), EPOLLIN | EPOLLONESHOT, listening);
    } catch (const std::exception& trouble) {
        std::cerr << "http: a connection could not be accepted: " << describe(trouble) << std::endl;
        m_acceptsFrom = Clock::now() + afterFailedAccept;
        m_nextLook = std::min(m_nextLook, m_acceptsFrom);
    }
}

void Front::takeOne() {
    Job job = welcome(m_socket.acceptConnection());
    if (!job) return;
    const auto descriptor = static_cast<std::size_t>(job->descriptor());
    if (m_parked.size() <= descriptor) m_parked.resize(descriptor + 1);
    m_readiness.add(job->descriptor(), EPOLLONESHOT, descriptor);
    goOn(std::move(job));
}

/// Nothing while the house is full. Once a job goes on, nobody else holds its socket: another thread may be
/// the one that closes it.
Front::Job Front::welcome(const Poco::Net::StreamSocket& accepted) {
    if (!makeRoom()) {
        ++m_router.traffic().overloaded;
        if (m_settings.certificate.empty()) turnAway(accepted.impl()->sockfd());
        return {};
    }
    const auto kind = m_settings.certificate.empty() ? ClientSocket::Kind::plain : ClientSocket::Kind::secure;
    return std::make_unique<Connection>(ClientSocket(accepted, kind), m_router, m_settings.patience,
                                        m_settings.trustedProxy);
}

/// A client that comes now is worth more than the one that has asked nothing for longest.
bool Front::makeRoom() {
    if (m_router.traffic().connections < m_settings.room.connections) return true;
    const auto longest = std::min_element(m_parked.begin(), m_parked.end(), [](const Job& a, const Job& b) {
        const auto rank = [](const Job& job) {
            return job && job->isIdle() ? job->deadline() : Clock::time_point::max();
        };
        return rank(a) < rank(b);
    });
    if (longest == m_parked.end() || !*longest || !(*longest)->isIdle()) return false;
    unpark((*longest)->descriptor());
    return true;
}

/// A fault of one connection ends that one: its job goes with the step.
void Front::dropOnFault(const std::function<void()>& step) {
    try {
        step();
    } catch (const std::exception& trouble) {
        std::cerr << "http: a connection is dropped: " << describe(trouble) << std::endl;
    }
}

}  // namespace remise::http
