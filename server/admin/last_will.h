#pragma once

#include <functional>
#include <thread>

namespace remise::admin {

/// Keeps the signals that ask a program to end (Ctrl-C, SIGTERM, a closed terminal) for a LastWill. Called
/// before there are threads, which inherit it.
void holdEndSignals();

/// Who asks the program to end while this lives has `work` done first; then it ends.
class LastWill {
public:
    explicit LastWill(std::function<void()> work);
    ~LastWill();
    LastWill(const LastWill&) = delete;
    LastWill& operator=(const LastWill&) = delete;

private:
    std::jthread m_thread;
};

}  // namespace remise::admin
