#include "db/transaction.h"

#include <cassert>
#include <random>
#include <thread>

#include "db/link.h"
#include "db/storage.h"

namespace remise::db {
namespace {

constexpr int triesAtMost = 20;
constexpr auto timeAtMost = std::chrono::seconds(30);

/// Tiny and random: two transactions that met must not meet again in step.
std::chrono::microseconds pauseAfter(int tries) {
    thread_local std::minstd_rand random(std::random_device{}());
    return std::chrono::microseconds(random() % (200u * static_cast<unsigned>(tries)));
}

void refuseWithoutRoom(const std::vector<std::string>& folders) {
    constexpr int diskFull = 1021;
    for (const std::string& folder : folders)
        if (!hasRoom(folder)) throw Error(diskFull, "nearly no room left on the disk", "write to " + folder);
}

}  // namespace

Transaction::Transaction(Connection& connection, View view) : m_connection(connection) {
    assert(!connection.isInTransaction() && "transactions do not nest");
    if (view == View::newest) refuseWithoutRoom(connection.m_link->storage);
    try {
        if (view == View::snapshot) {
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            connection.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
        } else {
            connection.execute("START TRANSACTION");
        }
    } catch (const Error& error) {
        if (connection.isBroken()) throw NotStarted(error);
        throw;
    }
    connection.m_link->inTransaction = true;
}

Transaction::~Transaction() {
    if (!m_open) return;
    auto& link = *m_connection.m_link;
    link.rolledBack.reset();
    link.inTransaction = false;
    if (link.broken) return;  // the server rolls back by itself when a session ends
    try {
        m_connection.execute("ROLLBACK");
    } catch (const Error&) {
        m_connection.markBroken();
    }
}

void Transaction::commit() {
    assert(m_open);
    try {
        m_connection.execute("COMMIT");
    } catch (const Error& error) {
        if (error.breaksConnection()) throw UnknownOutcome(error);
        throw;
    }
    m_connection.m_link->inTransaction = false;
    m_open = false;
}

void Attempts::retryOrRethrow(const Error& error) {
    const bool mayHelp = error.asksForRetry() || dynamic_cast<const NotStarted*>(&error) != nullptr;
    ++m_made;
    if (!mayHelp || m_made >= triesAtMost || std::chrono::steady_clock::now() - m_since > timeAtMost)
        throw;  // called from a handler: the error goes on as it came
    std::this_thread::sleep_for(pauseAfter(m_made));
}

}  // namespace remise::db
