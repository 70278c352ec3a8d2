#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace remise::db {

/// Where a database is and who asks. A socket path wins over host and port.
struct Settings {
    std::string socket;
    std::string host;
    int port = 3306;
    std::string user;
    std::string password;
    std::string database;
    std::string authority;  ///< PEM file of the certificates to trust; set: the connection must be encrypted
    std::chrono::seconds readLimit{60};  ///< longest wait for an answer; 0 waits for ever

    /// `mysql://user:password@host:port/database?ca=FILE` or
    /// `unix:///path/of.sock?user=…&password=…&database=…`, percent-encoded where needed. Throws
    /// std::invalid_argument that says what is missing, never the password.
    static Settings parse(std::string_view url);

    /// For messages: where, and which database; no password.
    [[nodiscard]] std::string text() const;
};

}  // namespace remise::db
