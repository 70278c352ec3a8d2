#pragma once

#include <sys/epoll.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <span>

namespace remise::http {

/// Waits for many descriptors at once, however many (epoll). One thread waits; any may add, change and rouse.
class Readiness {
public:
    /// What wait() gives for a rouse().
    static constexpr std::uint64_t roused = ~std::uint64_t{0};

    Readiness();
    ~Readiness();
    Readiness(const Readiness&) = delete;
    Readiness& operator=(const Readiness&) = delete;

    /// `events` as epoll has them (EPOLLIN, EPOLLONESHOT, …); `key` says later which one it was. A descriptor
    /// that is closed is forgotten by itself.
    void add(int descriptor, std::uint32_t events, std::uint64_t key);
    void change(int descriptor, std::uint32_t events, std::uint64_t key);
    /// Nothing was ready when the time is over before.
    std::span<const epoll_event> wait(std::chrono::milliseconds longest);
    /// Ends the wait, or the next one.
    void rouse() const;

private:
    const int m_epoll, m_bell;
    std::array<epoll_event, 256> m_ready{};
};

}  // namespace remise::http
