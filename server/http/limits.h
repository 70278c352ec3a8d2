#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace remise::http {

/// How long a client may take.
struct Patience {
    std::chrono::milliseconds request{10'000};  ///< for a whole request, from its first byte, and a handshake
    std::chrono::milliseconds reply{10'000};    ///< to read a reply, and more for a long one:
    std::size_t slowestReader = 32;             ///< so many bytes a millisecond
    std::chrono::milliseconds idle{75'000};     ///< between two requests
    std::chrono::milliseconds parting{1'000};   ///< to hear why it was refused while it still sends
};

/// How many answer requests, and how much may wait for them.
struct Crew {
    std::size_t workers = 64;       ///< threads; each is started when it is needed first
    std::size_t mostWaiting = 512;  ///< whole requests of one lane
    std::chrono::milliseconds longestWait{5'000};
};

/// What all clients together may ask of the front.
struct Room {
    std::int64_t connections = 10'000;  ///< fewer where the system allows fewer descriptors
    std::size_t sendingFromOne = 512;   ///< connections of one address in the midst of a request
    /// Bytes of all requests that come and replies that go; the last quarter is for requests that go ahead.
    std::int64_t gathered = 256 << 20;
    std::int64_t gatheredFromOne = 64 << 20;  ///< of these, of one address
};

}  // namespace remise::http
