#pragma once

#include "server/http/client_socket.h"
#include "server/http/event_streams.h"

namespace remise::http {

/// A client's socket that the front has let go of.
class SocketOutlet : public Outlet {
public:
    explicit SocketOutlet(ClientSocket socket) : m_socket(std::move(socket)) {}

    [[nodiscard]] int descriptor() const override { return m_socket.descriptor(); }
    std::ptrdiff_t write(std::string_view) override;
    bool isClosed() override;

private:
    ClientSocket m_socket;
};

}  // namespace remise::http
