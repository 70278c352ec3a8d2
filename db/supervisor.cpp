#include "db/supervisor.h"

#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <system_error>

namespace remise::db {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto shortestPause = 50ms;
constexpr auto longestPause = 1000ms;
constexpr auto soundRun = 1s;  ///< who ran that long starts again at once
constexpr auto stopPatience = 60s;

/// Waits for the process to end but leaves it to be reaped, so that its number stays its own until then.
void awaitEnd(pid_t process) {
    siginfo_t ended{};
    while (waitid(P_PID, static_cast<id_t>(process), &ended, WEXITED | WNOWAIT) != 0 && errno == EINTR) {
    }
}

}  // namespace

Supervisor::Supervisor(Program program) : m_program(std::move(program)), m_thread([this] { keepRunning(); }) {
}

Supervisor::~Supervisor() {
    {
        std::unique_lock lock(m_mutex);
        m_stopping = true;
        m_changed.notify_all();
        if (m_process != 0) kill(m_process, SIGTERM);
        if (!m_changed.wait_for(lock, stopPatience, [this] { return m_process == 0; }))
            kill(m_process, SIGKILL);
    }
    m_thread.join();
}

pid_t Supervisor::process() const {
    const std::lock_guard lock(m_mutex);
    return m_process;
}

int Supervisor::ends() const {
    const std::lock_guard lock(m_mutex);
    return m_ends;
}

void Supervisor::keepRunning() {
    std::chrono::milliseconds pause = 0ms;
    do {
        const auto started = Clock::now();
        runOnce();
        pause = Clock::now() - started > soundRun ? 0ms : std::clamp(pause * 2, shortestPause, longestPause);
    } while (!isDone(pause));
}

void Supervisor::runOnce() {
    pid_t process = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping) return;
        try {
            process = m_process = startChild(m_program);
        } catch (const std::system_error&) {
            ++m_ends;  // no process or memory to be had: tried again after the pause, like any other end
            return;
        }
    }
    awaitEnd(process);
    const std::lock_guard lock(m_mutex);
    waitForChild(process);
    m_process = 0;
    ++m_ends;
    m_changed.notify_all();
}

bool Supervisor::isDone(std::chrono::milliseconds pause) {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, pause, [this] { return m_stopping; });
}

}  // namespace remise::db
