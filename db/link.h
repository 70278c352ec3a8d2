#pragma once

// Inside of connection, statement and transaction: the one place where the connector's types and errors meet
// ours.
#include <cppconn/connection.h>
#include <cppconn/exception.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/error.h"

namespace remise::db {

/// What a connection and its statements share.
struct Link {
    std::unique_ptr<sql::Connection> session;
    std::vector<std::string> storage;  ///< the database's folders on this machine; none when it is on another
    bool broken = false;
    bool inTransaction = false;
    std::optional<Error> rolledBack;  ///< why the database ended the transaction that is open here

    /// Runs `call`, with the connector's errors as ours and their consequences noted.
    template <typename Call>
    auto run(std::string_view tried, Call call) {
        refuseIfUnfit(tried);
        try {
            return call();
        } catch (const sql::SQLException& error) {
            throw note(error, tried);
        }
    }

private:
    void refuseIfUnfit(std::string_view tried) const {
        if (rolledBack)
            throw Error(rolledBack->code(), "the transaction was rolled back: " + rolledBack->message(),
                        tried);
        if (broken) throw Error(2006, "the connection broke before", tried);
    }

    Error note(const sql::SQLException& thrown, std::string_view tried) {
        Error error(thrown.getErrorCode(), thrown.what(), tried);
        broken = broken || error.breaksConnection();
        // A deadlock ends the transaction; what runs after it would be on its own, committed at once.
        if (inTransaction && error.asksForRetry()) rolledBack = error;
        return error;
    }
};

}  // namespace remise::db
