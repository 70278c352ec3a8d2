#include "server/admin/last_will.h"

#include <unistd.h>

#include <csignal>
#include <utility>

namespace remise::admin {
namespace {

constexpr int endedBySignal = 128;  // as a shell reports it

sigset_t endSignals() {
    sigset_t ends;
    sigemptyset(&ends);
    for (const int each : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&ends, each);
    return ends;
}

void waitForTheEnd(const std::stop_token& stop, const std::function<void()>& work) {
    const sigset_t ends = endSignals();
    int signal = 0;
    sigwait(&ends, &signal);
    if (stop.stop_requested()) return;
    work();
    _exit(endedBySignal + signal);
}

}  // namespace

HeldEndSignals::HeldEndSignals() {
    const sigset_t ends = endSignals();
    pthread_sigmask(SIG_BLOCK, &ends, &m_before);
}

HeldEndSignals::~HeldEndSignals() {
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

LastWill::LastWill(std::function<void()> work)
    : m_thread([work = std::move(work)](const std::stop_token& stop) { waitForTheEnd(stop, work); }) {
}

LastWill::~LastWill() {
    m_thread.request_stop();
    pthread_kill(m_thread.native_handle(), SIGTERM);
}

}  // namespace remise::admin
