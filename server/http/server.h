#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "server/http/limits.h"

namespace remise::http {

class EventStreams;
class Router;

/// Listens, and turns what comes in into requests for the router. Only who is being answered holds a thread.
class Server {
public:
    struct Settings {
        std::string address = "127.0.0.1";
        std::uint16_t port = 8080;            ///< 0: any free one
        std::filesystem::path certificate{};  ///< PEM; with `key` given too, TLS only
        std::filesystem::path key{};
        std::string trustedProxy{};  ///< from this address X-Forwarded-For is believed; empty: from none
        Patience patience{};
        Crew crew{};
        Room room{};
    };

    /// Listens already when this returns; throws std::runtime_error naming address and port when it cannot.
    Server(const Settings&, const Router&, EventStreams&);
    /// Stops, and finishes what was taken on, however long that takes.
    ~Server();

    /// From now on new requests are told that the server is stopping, and all streams end.
    void stop();
    /// True once everything that was taken on before has its reply.
    bool waitUntilDrained(std::chrono::milliseconds longest);

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] int connections() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace remise::http
