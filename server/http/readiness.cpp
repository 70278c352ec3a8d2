#include "server/http/readiness.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace remise::http {
namespace {

int checked(int result, const char* what) {
    if (result < 0) throw std::system_error(errno, std::generic_category(), what);
    return result;
}

void control(int epoll, int operation, int descriptor, std::uint32_t events, std::uint64_t key) {
    epoll_event event{};
    event.events = events;
    event.data.u64 = key;
    checked(::epoll_ctl(epoll, operation, descriptor, &event), "watching a connection");
}

}  // namespace

Readiness::Readiness()
    : m_epoll(checked(::epoll_create1(EPOLL_CLOEXEC), "epoll for connections")),
      m_bell(checked(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC), "eventfd for connections")) {
    add(m_bell, EPOLLIN, roused);
}

Readiness::~Readiness() {
    ::close(m_bell);
    ::close(m_epoll);
}

void Readiness::add(int descriptor, std::uint32_t events, std::uint64_t key) {
    control(m_epoll, EPOLL_CTL_ADD, descriptor, events, key);
}

void Readiness::change(int descriptor, std::uint32_t events, std::uint64_t key) {
    control(m_epoll, EPOLL_CTL_MOD, descriptor, events, key);
}

std::span<const epoll_event> Readiness::wait(std::chrono::milliseconds longest) {
    const int timeout = static_cast<int>(std::clamp<std::int64_t>(longest.count(), 0, 60'000));
    const int count = ::epoll_wait(m_epoll, m_ready.data(), static_cast<int>(m_ready.size()), timeout);
    if (count < 0 && errno != EINTR) checked(count, "waiting for connections");
    const std::span<const epoll_event> ready(m_ready.data(), static_cast<std::size_t>(std::max(count, 0)));
    for (const auto& event : ready)
        if (event.data.u64 == roused) {
            eventfd_t rung;
            ::eventfd_read(m_bell, &rung);
        }
    return ready;
}

void Readiness::rouse() const {
    ::eventfd_write(m_bell, 1);
}

}  // namespace remise::http
