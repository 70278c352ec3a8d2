#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace remise::http {

/// A connection that only we write to. Real ones are sockets taken over from the server.
class Outlet {
public:
    virtual ~Outlet() = default;
    /// File descriptor to wait on.
    [[nodiscard]] virtual int descriptor() const = 0;
    /// Sends what can be sent without waiting: how many bytes that was, or -1 when the other side is gone.
    virtual std::ptrdiff_t write(std::string_view) = 0;
    /// The other side has hung up; called when the descriptor has something to read.
    virtual bool isClosed() = 0;
};

/// One server-sent event as text. `id` may be empty.
std::string formatEvent(std::string_view id, std::string_view data);

/// Server-sent events (HTML standard, section 9.2). One thread serves all streams, however many; a client
/// that does not read is dropped once its buffer is full, and comes back by itself with `Last-Event-ID`.
class EventStreams {
public:
    struct Settings {
        std::size_t mostStreams = 1024;
        std::size_t mostBuffered = 64 * 1024;  ///< bytes waiting for one client
        std::chrono::milliseconds heartbeat{15000};
    };

    EventStreams();
    explicit EventStreams(Settings);
    ~EventStreams();
    EventStreams(const EventStreams&) = delete;
    EventStreams& operator=(const EventStreams&) = delete;

    /// Never waits. Clients of other channels see nothing.
    void publish(std::string_view channel, std::string_view id, std::string_view data);
    /// Takes a connection over; `first` is what it gets at once, head of the reply included.
    void adopt(std::unique_ptr<Outlet>, std::string channel, std::string first);
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] std::size_t count() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace remise::http
