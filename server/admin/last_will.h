#pragma once

#include <csignal>
#include <functional>
#include <thread>

namespace remise::admin {

/// While this lives, the signals that ask a program to end (Ctrl-C, SIGTERM, a closed terminal) wait. Threads
/// that are started meanwhile never take them.
class HeldEndSignals {
public:
    HeldEndSignals();
    ~HeldEndSignals();
    HeldEndSignals(const HeldEndSignals&) = delete;
    HeldEndSignals& operator=(const HeldEndSignals&) = delete;

private:
    sigset_t m_before;
};

/// Who asks the program to end while this lives has `work` done first; then it ends. The program's other
/// threads must have been started under HeldEndSignals.
class LastWill {
public:
    explicit LastWill(std::function<void()> work);
    ~LastWill();
    LastWill(const LastWill&) = delete;
    LastWill& operator=(const LastWill&) = delete;

private:
    HeldEndSignals m_held;
    std::jthread m_thread;
};

}  // namespace remise::admin
