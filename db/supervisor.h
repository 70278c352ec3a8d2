#pragma once

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "db/child_process.h"

namespace remise::db {

/// Keeps a program running: starts it again when it ends, ever later if it keeps ending. The thread that
/// forks lives as long as this object, for the kernel ends the child with that thread.
class Supervisor {
public:
    explicit Supervisor(Program);
    /// Asks the program to stop (SIGTERM), waits, and kills it if it takes too long.
    ~Supervisor();
    Supervisor(const Supervisor&) = delete;
    Supervisor& operator=(const Supervisor&) = delete;

    /// The running process, 0 while none runs.
    [[nodiscard]] pid_t process() const;
    /// How often it has ended, or could not be started.
    [[nodiscard]] int ends() const;

private:
    void keepRunning();
    void runOnce();
    bool isDone(std::chrono::milliseconds pause);

    const Program m_program;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    pid_t m_process = 0;
    int m_ends = 0;
    bool m_stopping = false;
    std::thread m_thread;
};

}  // namespace remise::db
