#include "db/pool.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "db/error.h"

namespace remise::db {
namespace {

constexpr int tooManyConnections = 1040;
/// A connection that was idle for longer is asked whether it still works before it is lent.
constexpr auto trustedFor = std::chrono::seconds(15);

Settings withReadLimit(Settings settings, std::chrono::seconds limit) {
    settings.readLimit = limit;
    return settings;
}

}  // namespace

Lease::~Lease() {
    if (m_connection) m_pool->giveBack(std::move(m_connection), m_losses);
}

Pool::Pool(Settings settings, std::size_t size, std::chrono::milliseconds patience)
    : m_settings(std::move(settings)),
      m_size(size),
      m_patience(patience),
      m_losses(std::make_shared<std::atomic<std::uint64_t>>(0)) {
    connectOnce();
}

Pool::Pool(const Pool& beside, std::size_t size, std::chrono::seconds readLimit)
    : m_settings(withReadLimit(beside.m_settings, readLimit)),
      m_size(size),
      m_patience(std::min<std::chrono::milliseconds>(beside.m_patience, readLimit)),
      m_losses(beside.m_losses) {
    connectOnce();
}

void Pool::connectOnce() {
    assert(m_size > 0);
    m_idle.reserve(m_size);
    const std::uint64_t losses = *m_losses;
    m_idle.push_back({std::make_unique<Connection>(m_settings), Clock::now(), losses});
}

Lease Pool::take() {
    auto idle = waitForTurn();
    try {
        if (idle.connection && (Clock::now() - idle.since < trustedFor || idle.connection->answers()))
            return Lease(*this, std::move(idle.connection), idle.losses);
        if (idle.connection) loseAllSince(idle.losses);
        return connect();
    } catch (...) {
        giveBack(nullptr, 0);
        throw;
    }
}

Lease Pool::connect() {
    const std::uint64_t losses = *m_losses;  // before: what breaks meanwhile may be this one
    return Lease(*this, std::make_unique<Connection>(m_settings), losses);
}

/// A place among the lent, with the connection used last if one is idle that may be alive.
Pool::Idle Pool::waitForTurn() {
    std::vector<Idle> dead;  // closed after the lock is released
    std::unique_lock lock(m_mutex);
    if (!m_freed.wait_for(lock, m_patience, [this] { return m_lent < m_size; }))
        throw Error(tooManyConnections, "all " + std::to_string(m_size) + " connections stayed in use",
                    "take a connection to " + m_settings.text());
    ++m_lent;
    const auto first = std::partition(m_idle.begin(), m_idle.end(),
                                      [&](const Idle& idle) { return idle.losses == *m_losses; });
    std::move(first, m_idle.end(), std::back_inserter(dead));
    m_idle.erase(first, m_idle.end());
    if (m_idle.empty()) return {};
    auto idle = std::move(m_idle.back());
    m_idle.pop_back();
    return idle;
}

/// The others of its time come out the same, and are one loss.
void Pool::loseAllSince(std::uint64_t losses) {
    m_losses->compare_exchange_strong(losses, losses + 1);
}

/// A broken connection, or one with a transaction left open, is thrown away.
void Pool::giveBack(std::unique_ptr<Connection> connection, std::uint64_t losses) {
    const bool isBroken = connection && connection->isBroken();
    const std::lock_guard lock(m_mutex);
    --m_lent;
    if (isBroken)
        loseAllSince(losses);
    else if (connection && !connection->isInTransaction())
        m_idle.push_back({std::move(connection), Clock::now(), losses});
    m_freed.notify_one();
}

}  // namespace remise::db
