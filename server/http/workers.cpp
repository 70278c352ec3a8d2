#include "server/http/workers.h"

#include <iostream>
#include <system_error>

namespace remise::http {
namespace {

std::size_t at(Lane lane) {
    return lane == Lane::ordinary ? 0 : 1;
}

}  // namespace

Workers::Workers(const Crew& crew, Traffic& traffic, std::function<void(Job, Lane)> work)
    : m_crew(crew), m_traffic(traffic), m_work(std::move(work)) {
    m_threads.reserve(crew.workers);
    start();
}

Workers::~Workers() {
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_wake.notify_all();
    for (auto& thread : m_threads)
        thread.join();
}

void Workers::start() {
    m_threads.emplace_back([this] { run(); });
}

/// Where the machine gives no more threads, those that are there do the work.
void Workers::startAnother() {
    try {
        start();
    } catch (const std::system_error& trouble) {
        std::cerr << "http: no further worker can be started: " << trouble.what() << std::endl;
    }
}

bool Workers::offer(Job& job, Lane lane) {
    const std::lock_guard lock(m_mutex);
    auto& waiting = m_waiting[at(lane)];
    if (waiting.size() >= m_crew.mostWaiting) return false;
    waiting.push_back({std::move(job), Clock::now()});
    ++m_traffic.waiting;
    if (m_waiting[0].size() + m_waiting[1].size() > m_idle && m_threads.size() < m_crew.workers)
        startAnother();
    else
        m_wake.notify_one();
    return true;
}

std::vector<Workers::Job> Workers::takeOverdue() {
    const auto limit = Clock::now() - m_crew.longestWait;
    std::vector<Job> overdue;
    const std::lock_guard lock(m_mutex);
    for (auto& waiting : m_waiting)
        for (; !waiting.empty() && waiting.front().since < limit; waiting.pop_front())
            overdue.push_back(std::move(waiting.front().job));
    m_traffic.waiting -= static_cast<std::int64_t>(overdue.size());
    return overdue;
}

bool Workers::areIdle() const {
    const std::lock_guard lock(m_mutex);
    return m_busy[0] + m_busy[1] + m_waiting[0].size() + m_waiting[1].size() == 0;
}

std::size_t Workers::places(Lane lane) const {
    return lane == Lane::ordinary ? (m_crew.workers + 1) / 2 : m_crew.workers;
}

std::size_t Workers::working(Lane lane) const {
    return m_busy[at(lane)] - m_lingering[at(lane)];
}

std::optional<Lane> Workers::nextLane() const {
    for (const Lane lane : {Lane::ahead, Lane::ordinary})
        if (!m_waiting[at(lane)].empty() && working(lane) < places(lane)) return lane;
    return {};
}

void Workers::run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        auto lane = nextLane();
        while (!lane && !m_ends) {
            ++m_idle;
            m_wake.wait(lock);
            --m_idle;
            lane = nextLane();
        }
        if (!lane) return;
        Job job = std::move(m_waiting[at(*lane)].front().job);
        m_waiting[at(*lane)].pop_front();
        --m_traffic.waiting;
        ++m_busy[at(*lane)];
        lock.unlock();
        m_work(std::move(job), *lane);
        lock.lock();
        --m_busy[at(*lane)];
    }
}

bool Workers::beginLingering(Lane lane) {
    const std::lock_guard lock(m_mutex);
    if (m_lingering[0] + m_lingering[1] >= m_crew.workers / 2) return false;
    ++m_lingering[at(lane)];
    if (!nextLane()) return true;
    --m_lingering[at(lane)];
    return false;
}

bool Workers::endLingering(Lane lane) {
    const std::lock_guard lock(m_mutex);
    --m_lingering[at(lane)];
    return working(lane) <= places(lane);
}

}  // namespace remise::http
