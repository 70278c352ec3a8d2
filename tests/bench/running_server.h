#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>

namespace remise::bench {

/// Resident memory of a process without its children, in MB.
double residentMegabytes(pid_t process);

/// A remise-server of this build on a data folder, ended with this object.
class RunningServer {
public:
    enum class Site { empty, demo };
    /// Returns when /readyz says 200. Throws when the server ends before.
    explicit RunningServer(const std::filesystem::path& data, Site = Site::empty);
    ~RunningServer();
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    /// From its start to its first 200.
    [[nodiscard]] std::chrono::duration<double> startTime() const { return m_startTime; }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] pid_t process() const { return m_process; }
    [[nodiscard]] double residentMegabytes() const { return bench::residentMegabytes(m_process); }

private:
    int m_port = 0;
    pid_t m_process = 0;
    std::chrono::duration<double> m_startTime{};
};

}  // namespace remise::bench
