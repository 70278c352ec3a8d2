#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace remise::test {

/// A remise-server of this build, killed at the end of the scope.
class ServerProcess {
public:
    /// On a private database in `data`, or on the one at this address (REMISE_DATABASE).
    explicit ServerProcess(std::filesystem::path data, std::optional<std::string> database = {},
                           std::vector<std::string> more = {});
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /// Returns when /readyz says 200. Throws with the end of its log when the server ends before.
    void awaitReady();
    /// What /readyz says now; 0 when nobody answers.
    [[nodiscard]] int readiness() const;
    /// SIGKILL, and waits for its end.
    void die();
    /// Waits for an end of its own making; its exit status.
    int awaitEnd();

    [[nodiscard]] pid_t process() const { return m_process; }
    /// 0 until it listens.
    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::string log() const;

private:
    std::filesystem::path m_log;
    pid_t m_process = 0;
};

/// The mariadbd that a server runs; 0 while there is none.
pid_t databaseOf(const ServerProcess&);

}  // namespace remise::test
