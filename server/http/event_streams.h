#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "server/http/reply.h"

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

/// Who follows what, as it is when a connection is taken over.
struct Following {
    std::string channel;
    std::string follower;              ///< a caller's id, or the address of the public
    std::string first;                 ///< sent at once, head of the reply included
    std::function<Missed()> missed{};  ///< may be unset
};

/// Server-sent events (HTML standard, section 9.2). One thread serves all streams, however many. A client
/// that does not read is dropped once its buffer is full, and every client after a while, so that no stream
/// outlives the right to it for long: browsers come back by themselves, and say with `Last-Event-ID` where
/// they were.
class EventStreams {
public:
    struct Settings {
        std::size_t mostStreams = 4096;
        std::size_t mostBuffered = 64 * 1024;  ///< bytes waiting for one client
        std::chrono::milliseconds heartbeat{15000};
        std::size_t mostPerFollower = 8;
        std::chrono::milliseconds longestLife{15 * 60 * 1000};  ///< looked at with each heartbeat
    };

    EventStreams();
    explicit EventStreams(Settings);
    ~EventStreams();
    EventStreams(const EventStreams&) = delete;
    EventStreams& operator=(const EventStreams&) = delete;

    /// Never waits. Clients of other channels see nothing.
    void publish(std::string_view channel, std::string_view id, std::string_view data);
    /// Takes a connection over. Joins the channel first and asks what was missed then; what is published
    /// meanwhile follows it, each event once. For that, ids must be numbers that grow.
    void adopt(std::unique_ptr<Outlet>, Following);
    /// Ends all streams, and takes no more: whoever follows comes back by itself, to another server perhaps.
    void end();
    /// Neither are there too many streams, nor has this follower too many, nor is it the end.
    [[nodiscard]] bool hasRoomFor(std::string_view follower) const;
    [[nodiscard]] std::size_t count() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace remise::http
