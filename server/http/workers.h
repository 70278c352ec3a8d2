#pragma once

#include <array>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "server/http/connection.h"
#include "server/http/limits.h"
#include "server/http/router.h"

namespace remise::http {

/// The threads that answer requests, and the bounded queue before them. What may not wait goes ahead, and
/// half of the threads are for nothing else: a hundred long lists never stop a scan.
class Workers {
public:
    using Clock = std::chrono::steady_clock;
    using Job = std::unique_ptr<Connection>;

    /// `work` is called by a worker for each job.
    Workers(const Crew&, Traffic&, std::function<void(Job, Lane)> work);
    /// Finishes what was taken on.
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// Takes the job, or leaves it where it is when too many wait already.
    bool offer(Job&, Lane);
    /// Takes jobs back that have waited for too long.
    std::vector<Job> takeOverdue();
    /// No job waits, and none is being done.
    [[nodiscard]] bool areIdle() const;

    /// A worker has answered, and would wait a moment for the same client to ask again: that saves handing
    /// the connection back and forth. Meanwhile its place is free for others. False when others wait already.
    bool beginLingering(Lane);
    /// False when its place was taken meanwhile.
    bool endLingering(Lane);

private:
    struct Waiting {
        Job job;
        Clock::time_point since;
    };

    void run();
    /// So many ordinary jobs may be done at a time, and all of the others.
    [[nodiscard]] std::size_t places(Lane) const;
    [[nodiscard]] std::size_t working(Lane) const;
    [[nodiscard]] std::optional<Lane> nextLane() const;
    void start();
    void startAnother();

    const Crew m_crew;
    Traffic& m_traffic;
    const std::function<void(Job, Lane)> m_work;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::array<std::deque<Waiting>, 2> m_waiting;  ///< by lane
    std::array<std::size_t, 2> m_busy{};           ///< workers with a job, by lane
    std::array<std::size_t, 2> m_lingering{};      ///< of these, who only wait whether more comes
    std::size_t m_idle = 0;
    bool m_ends = false;
    std::vector<std::thread> m_threads;
};

}  // namespace remise::http
