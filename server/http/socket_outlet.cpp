#include "server/http/socket_outlet.h"

#include <Poco/Exception.h>
#include <Poco/Net/SocketImpl.h>

#include <array>

namespace remise::http {

SocketOutlet::SocketOutlet(Poco::Net::StreamSocket socket) : m_socket(std::move(socket)) {
    m_socket.setBlocking(false);
}

int SocketOutlet::descriptor() const {
    return m_socket.impl()->sockfd();
}

std::ptrdiff_t SocketOutlet::write(std::string_view text) {
    try {
        const int sent = m_socket.sendBytes(text.data(), static_cast<int>(text.size()));
        return sent > 0 ? sent : 0;  // a negative number means "later"
    } catch (const Poco::TimeoutException&) {
        return 0;
    } catch (const Poco::Exception&) {
        return -1;
    }
}

bool SocketOutlet::isClosed() {
    try {
        std::array<char, 256> ignored;
        return m_socket.receiveBytes(ignored.data(), ignored.size()) == 0;
    } catch (const Poco::TimeoutException&) {
        return false;
    } catch (const Poco::Exception&) {
        return true;
    }
}

}  // namespace remise::http
