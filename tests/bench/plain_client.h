#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

struct st_mysql;

namespace remise::bench {

/// MariaDB's own C client on the same database server, with tables of its own: what a program could do at
/// most with one plain transaction a scan.
class PlainClient {
public:
    explicit PlainClient(const std::filesystem::path& data);
    ~PlainClient();
    PlainClient(const PlainClient&) = delete;
    PlainClient& operator=(const PlainClient&) = delete;

    /// Makes a unit table of `units` rows and an empty event table.
    void prepare(int units);
    /// The five plain statements: START TRANSACTION, SELECT … FOR UPDATE by code, UPDATE, INSERT event,
    /// COMMIT.
    void scan(int unit);
    /// A point select of a unit's current state by its code.
    void select(int unit);

private:
    void run(const std::string& statement);

    st_mysql* m_mysql;
    std::vector<std::string> m_row;  ///< the last one read
};

}  // namespace remise::bench
