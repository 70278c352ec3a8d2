#pragma once

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace remise::bench {

/// Clients that want nothing done: 200 that send a byte of a request each second, half of them in the head
/// and half in the body, 2,000 that are silent, and 8 event streams, as many as one follower may have, for
/// each token. They leave with the end of this.
class Crowd {
public:
    Crowd(int port, const std::vector<std::string>& tokens);
    ~Crowd();
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

private:
    std::vector<int> m_slow, m_still;
    std::atomic<bool> m_ends{false};
    std::thread m_dripping;
};

}  // namespace remise::bench
