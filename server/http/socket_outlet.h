#pragma once

#include <Poco/Net/StreamSocket.h>

#include "server/http/event_streams.h"

namespace remise::http {

/// A socket, plain or TLS, that the HTTP server has let go of.
class SocketOutlet : public Outlet {
public:
    explicit SocketOutlet(Poco::Net::StreamSocket);

    [[nodiscard]] int descriptor() const override;
    std::ptrdiff_t write(std::string_view) override;
    bool isClosed() override;

private:
    Poco::Net::StreamSocket m_socket;
};

}  // namespace remise::http
