#pragma once

#include <chrono>
#include <type_traits>

#include "db/error.h"
#include "db/pool.h"

namespace remise::db {

/// The connection was found dead when the transaction was to start: nothing has happened yet.
class NotStarted : public Error {
public:
    explicit NotStarted(const Error& lost) : Error(lost.code(), lost.message(), lost.tried()) {}
};

/// What a transaction sees: each statement the newest rows, or all of them the rows as they were at its
/// beginning, whatever others write meanwhile (for reading only).
enum class View { newest, snapshot };

/// Rolls back at the end of the scope unless committed. START, COMMIT and ROLLBACK are executed as
/// statements: the connector's own commit() and rollback() swallow errors.
class Transaction {
public:
    /// Throws NotStarted when the connection is dead. Transactions do not nest.
    explicit Transaction(Connection&, View = View::newest);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Throws UnknownOutcome when the connection is lost on the way.
    void commit();

private:
    Connection& m_connection;
    bool m_open = true;
};

/// How often and how long `transact` goes on trying.
class Attempts {
public:
    /// Returns after a short random pause if a next try may help, else throws the error on.
    void retryOrRethrow(const Error&);

private:
    int m_made = 0;
    std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
};

/// Runs f(connection) in a transaction and returns its value. Retried whole after a deadlock or lock timeout,
/// so f must have no effect outside the database that may not happen twice. A connection that turns out dead
/// before the transaction began is replaced; later losses are thrown on (UnknownOutcome if at the COMMIT).
template <typename F>
auto transact(Pool& pool, F f) -> std::invoke_result_t<F&, Connection&> {
    Attempts attempts;
    for (;;) {
        Lease lease = pool.take();
        try {
            Transaction transaction(*lease);
            if constexpr (std::is_void_v<std::invoke_result_t<F&, Connection&>>) {
                f(*lease);
                transaction.commit();
                return;
            } else {
                auto value = f(*lease);
                transaction.commit();
                return value;
            }
        } catch (const Error& error) {
            attempts.retryOrRethrow(error);
        }
    }
}

}  // namespace remise::db
