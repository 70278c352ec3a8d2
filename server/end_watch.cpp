#include "server/end_watch.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <thread>

namespace remise {
namespace {

constexpr timespec longestEnd{10, 0};

[[noreturn]] void watch(const sigset_t& ends, std::promise<void> asked) {
    int signal = 0;
    sigwait(&ends, &signal);
    asked.set_value();
    while (sigtimedwait(&ends, nullptr, &longestEnd) < 0 && errno == EINTR) {
    }
    std::cerr << "remise-server: ends without finishing what was begun" << std::endl;
    std::_Exit(1);
}

/// The signals that ask for the end. One that our parent told us to ignore stays ignored: `./run` hears the
/// terminal's Ctrl-C for all its children, `nohup` the closing of the window, and what they send us then is
/// the first word, not the second.
sigset_t heardEnds() {
    sigset_t ends;
    sigemptyset(&ends);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        struct sigaction now {};
        sigaction(signal, nullptr, &now);
        if (now.sa_handler != SIG_IGN) sigaddset(&ends, signal);
    }
    return ends;
}

}  // namespace

std::shared_future<void> watchForTheEnd() {
    const sigset_t ends = heardEnds();
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    std::promise<void> asked;
    auto end = asked.get_future().share();
    // Nobody joins it: it is there for as long as anything else of the process may take.
    std::thread([ends, asked = std::move(asked)]() mutable { watch(ends, std::move(asked)); }).detach();
    return end;
}

}  // namespace remise
