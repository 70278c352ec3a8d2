#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace remise::http {

class EventStreams;
class Router;

/// Listens, and turns what comes in into requests for the router. One thread per connection.
class Server {
public:
    struct Settings {
        std::string address = "127.0.0.1";
        std::uint16_t port = 8080;  ///< 0: any free one
        int mostThreads = 128;
        std::filesystem::path certificate{};  ///< PEM; with `key` given too, TLS only
        std::filesystem::path key{};
        std::string trustedProxy{};  ///< from this address X-Forwarded-For is believed; empty: from none
        std::chrono::milliseconds bodyDeadline{20000};  ///< for a whole body, however slowly it drips
        std::chrono::milliseconds idleTimeout{10000};   ///< a connection that asks nothing is closed
    };

    /// Listens already when this returns; throws std::runtime_error naming address and port when it cannot.
    Server(const Settings&, const Router&, EventStreams&);
    /// Stops taking requests and finishes those that were begun.
    ~Server();

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] int connections() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace remise::http
