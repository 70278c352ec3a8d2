#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "db/settings.h"
#include "db/statement.h"

namespace remise::db {

/// One session on the database, used by one thread at a time: READ COMMITTED, UTC, utf8mb4, strict.
/// Every call throws Error. After an error that breaks it, and inside a transaction that the database has
/// rolled back, it refuses to run anything, so that no half of a deed can slip through.
class Connection {
public:
    explicit Connection(const Settings&);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// The statement of this text, prepared once and kept (the 256 used last), ready to bind. Texts with a
    /// varying number of placeholders should round it up, so that few texts exist.
    Statement& prepare(std::string_view sql);
    /// Runs a statement without parameters; rows it returns are dropped.
    void execute(std::string_view sql);

    /// The server's number of this session, as KILL wants it.
    std::uint64_t id();
    [[nodiscard]] bool isBroken() const;
    [[nodiscard]] bool isInTransaction() const;
    /// Asks the server whether it still is there; never throws.
    [[nodiscard]] bool answers();
    /// The owner has seen something that makes it unfit for further use.
    void markBroken();

private:
    friend class Transaction;
    struct Statements;

    std::unique_ptr<Link> m_link;
    std::unique_ptr<Statements> m_statements;
};

}  // namespace remise::db
