#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace remise::http {

/// What goes on at the front, counted for /metrics.
struct Traffic {
    std::atomic<std::int64_t> connections{0};  ///< open now
    std::atomic<std::int64_t> gathered{0};     ///< bytes of requests that come and of replies that go
    std::atomic<std::int64_t> waiting{0};      ///< whole requests that no worker has taken yet
    std::atomic<std::uint64_t> overloaded{0};  ///< requests and connections turned away for want of room
    std::atomic<std::uint64_t> tooSlow{0};     ///< clients dropped: they sent, or read, too slowly
    std::array<std::atomic<std::uint64_t>, 6> answered{};  ///< replies, by the first digit of their status
};

}  // namespace remise::http
