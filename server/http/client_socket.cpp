#include "server/http/client_socket.h"

#include <Poco/Net/NetException.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/SocketImpl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace remise::http {
namespace {

namespace net = Poco::Net;

/// More than a record of TLS (16 KiB): nothing then stays in its buffer, where no poll would see it.
constexpr std::size_t readAtOnce = 64 * 1024;

constexpr std::size_t mostAtOnce = 1 << 30;
constexpr int wantsToRead = net::SecureStreamSocket::ERR_SSL_WANT_READ;
constexpr int wantsToWrite = net::SecureStreamSocket::ERR_SSL_WANT_WRITE;

/// What a system call says, in the words that Poco has for TLS.
std::ptrdiff_t resultOf(std::ptrdiff_t result, int later) {
    if (result >= 0) return result;
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? later : 0;
}

}  // namespace

ClientSocket::ClientSocket(const net::StreamSocket& socket, Kind kind)
    : m_socket(socket), m_kind(kind), m_isShakingHands(kind == Kind::secure) {
    m_socket.setBlocking(false);
    m_socket.setNoDelay(true);
}

ClientSocket::Progress ClientSocket::receive(std::string& to) {
    thread_local std::array<char, readAtOnce> bytes;
    try {
        if (m_isShakingHands)
            if (const auto shaken = shakeHands(); shaken != Progress::done) return shaken;
        const auto count = receiveSome(bytes.data(), bytes.size());
        if (count <= 0) return stoppedBy(count);
        to.append(bytes.data(), static_cast<std::size_t>(count));
        return Progress::done;
    } catch (const Poco::TimeoutException&) {
        return stoppedBy(wantsToRead);
    } catch (const Poco::Exception&) {
        return Progress::gone;
    }
}

ClientSocket::Progress ClientSocket::send(std::string_view& rest) {
    try {
        while (!rest.empty()) {
            const auto count = sendSome(rest);
            if (count <= 0) return stoppedBy(count);
            rest.remove_prefix(static_cast<std::size_t>(count));
        }
        return Progress::done;
    } catch (const Poco::TimeoutException&) {
        return stoppedBy(wantsToWrite);
    } catch (const Poco::Exception&) {
        return Progress::gone;
    }
}

void ClientSocket::endSending() {
    try {
        m_socket.shutdownSend();
    } catch (const Poco::Exception&) {
        return;  // gone already, which is what was wanted
    }
}

int ClientSocket::descriptor() const {
    return m_socket.impl()->sockfd();
}

std::string ClientSocket::address() const {
    try {
        return m_socket.peerAddress().host().toString();
    } catch (const Poco::Exception&) {
        return "";  // hung up already: the next read will tell
    }
}

/// As Poco has it for TLS: 0 at the end, below for "later". Poco's own plain sockets throw for "later", which
/// comes too often for that.
std::ptrdiff_t ClientSocket::receiveSome(char* bytes, std::size_t most) {
    if (isSecure()) return m_socket.receiveBytes(bytes, static_cast<int>(most));
    return resultOf(::recv(descriptor(), bytes, most, 0), wantsToRead);
}

std::ptrdiff_t ClientSocket::sendSome(std::string_view text) {
    if (isSecure())
        return m_socket.sendBytes(text.data(), static_cast<int>(std::min(text.size(), mostAtOnce)));
    return resultOf(::send(descriptor(), text.data(), text.size(), MSG_NOSIGNAL), wantsToWrite);
}

ClientSocket::Progress ClientSocket::stoppedBy(std::ptrdiff_t result) {
    m_waitsToWrite = result == wantsToWrite;
    return result == 0 ? Progress::gone : Progress::later;
}

ClientSocket::Progress ClientSocket::shakeHands() {
    const int result = net::SecureStreamSocket(m_socket).completeHandshake();
    if (result <= 0) return stoppedBy(result);
    m_isShakingHands = false;
    return Progress::done;
}

}  // namespace remise::http
