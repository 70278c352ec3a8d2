#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "db/connection.h"

namespace remise::db {

class Pool;

/// A connection on loan: goes back to its pool at the end of the scope, or is thrown away if it broke.
class Lease {
public:
    Lease(Pool& pool, std::unique_ptr<Connection> connection, std::uint64_t losses)
        : m_pool(&pool), m_connection(std::move(connection)), m_losses(losses) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease();

    Connection& operator*() const { return *m_connection; }
    Connection* operator->() const { return m_connection.get(); }

private:
    Pool* m_pool;
    std::unique_ptr<Connection> m_connection;
    std::uint64_t m_losses;
};

/// At most `size` connections, each lent to one thread at a time. The last one given back is lent first: its
/// statements are warm. Must outlive its leases. A connection that broke ends all that were made before it
/// was found out: when the database went away, they are as dead.
class Pool {
public:
    /// Connects once, so that wrong settings show here, and on this thread.
    Pool(Settings, std::size_t size, std::chrono::milliseconds patience = std::chrono::seconds(10));
    /// Another one to the same database: what breaks in one of them counts in both. No answer is waited for
    /// longer than `readLimit`, nor a connection.
    Pool(const Pool& beside, std::size_t size, std::chrono::seconds readLimit);

    /// Waits for a free connection as long as `patience`, then throws Error 1040. Throws Error when it cannot
    /// connect.
    Lease take();
    [[nodiscard]] const Settings& settings() const { return m_settings; }

private:
    friend class Lease;
    using Clock = std::chrono::steady_clock;
    struct Idle {
        std::unique_ptr<Connection> connection;
        Clock::time_point since;
        std::uint64_t losses;  ///< when it was made
    };

    void connectOnce();
    Lease connect();
    void giveBack(std::unique_ptr<Connection>, std::uint64_t losses);
    Idle waitForTurn();
    void loseAllSince(std::uint64_t losses);

    const Settings m_settings;
    const std::size_t m_size;
    const std::chrono::milliseconds m_patience;
    const std::shared_ptr<std::atomic<std::uint64_t>> m_losses;  ///< how often a connection was found broken
    std::mutex m_mutex;
    std::condition_variable m_freed;
    std::vector<Idle> m_idle;
    std::size_t m_lent = 0;
};

}  // namespace remise::db
