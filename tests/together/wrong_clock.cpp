#include "tests/together/wrong_clock.h"

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <ctime>

namespace {

std::atomic<long> secondsOff = 0;

}  // namespace

// These stand before those of the C library, for every library of this program.
extern "C" int clock_gettime(clockid_t clock, struct timespec* now) noexcept {
    const long failed = syscall(SYS_clock_gettime, clock, now);
    if (failed == 0 && clock == CLOCK_REALTIME) now->tv_sec += secondsOff;
    return static_cast<int>(failed);
}

extern "C" int gettimeofday(struct timeval* __restrict now, void* __restrict) noexcept {
    timespec exact{};
    clock_gettime(CLOCK_REALTIME, &exact);
    *now = {exact.tv_sec, exact.tv_nsec / 1000};
    return 0;
}

namespace remise::test {

WrongClock::WrongClock(std::chrono::milliseconds off) {
    secondsOff = std::chrono::duration_cast<std::chrono::seconds>(off).count();
}

WrongClock::~WrongClock() {
    secondsOff = 0;
}

}  // namespace remise::test
