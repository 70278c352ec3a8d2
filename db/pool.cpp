#include "db/pool.h"

#include <algorithm>
#include <cassert>

#include "db/error.h"

namespace remise::db {
namespace {

constexpr int tooManyConnections = 1040;
/// A connection that was idle for longer is asked whether it still works before it is lent.
constexpr auto trustedFor = std::chrono::seconds(15);

}  // namespace

Lease::~Lease() {
    if (m_connection) m_pool->giveBack(std::move(m_connection));
}

Pool::Pool(Settings settings, std::size_t size, std::chrono::milliseconds patience)
    : m_settings(std::move(settings)), m_size(size), m_patience(patience) {
    assert(size > 0);
    m_idle.reserve(size);
    m_idle.push_back({std::make_unique<Connection>(m_settings), Clock::now()});
}

Lease Pool::take() {
    auto idle = waitForTurn();
    try {
        if (idle.connection && (Clock::now() - idle.since < trustedFor || idle.connection->answers()))
            return Lease(*this, std::move(idle.connection));
        if (idle.connection) forgetIdle();
        return Lease(*this, std::make_unique<Connection>(m_settings));
    } catch (...) {
        giveBack(nullptr);
        throw;
    }
}

/// A place among the lent, with the connection used last if one is idle.
Pool::Idle Pool::waitForTurn() {
    std::unique_lock lock(m_mutex);
    if (!m_freed.wait_for(lock, m_patience, [this] { return m_lent < m_size; }))
        throw Error(tooManyConnections, "all " + std::to_string(m_size) + " connections stayed in use",
                    "take a connection to " + m_settings.text());
    ++m_lent;
    if (m_idle.empty()) return {};
    auto idle = std::move(m_idle.back());
    m_idle.pop_back();
    return idle;
}

/// One idle connection proved dead: those that waited longer are taken for dead too.
void Pool::forgetIdle() {
    std::vector<Idle> dropped;  // closed after the lock is released
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_idle);
}

/// A broken connection, or one with a transaction left open, is thrown away; when the server went away, the
/// idle ones are as dead as the one that noticed.
void Pool::giveBack(std::unique_ptr<Connection> connection) {
    std::vector<Idle> dropped;  // closed after the lock is released
    const std::lock_guard lock(m_mutex);
    --m_lent;
    if (connection && connection->isBroken())
        dropped.swap(m_idle);
    else if (connection && !connection->isInTransaction())
        m_idle.push_back({std::move(connection), Clock::now()});
    m_freed.notify_one();
}

}  // namespace remise::db
