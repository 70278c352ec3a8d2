#include "server/http/socket_outlet.h"

namespace remise::http {

std::ptrdiff_t SocketOutlet::write(std::string_view text) {
    std::string_view rest = text;
    const auto progress = m_socket.send(rest);
    return progress == ClientSocket::Progress::gone ? -1
                                                    : static_cast<std::ptrdiff_t>(text.size() - rest.size());
}

/// What a follower says is of no interest, only that it is still there.
bool SocketOutlet::isClosed() {
    std::string ignored;
    return m_socket.receive(ignored) == ClientSocket::Progress::gone;
}

}  // namespace remise::http
