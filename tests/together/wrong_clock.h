#pragma once

#include <chrono>

namespace remise::test {

/// The clock on this program's wall, for Qt and the standard library alike, is this much off until the end of
/// the scope. A server is another program, and its clock is right.
class WrongClock {
public:
    explicit WrongClock(std::chrono::milliseconds off);
    ~WrongClock();
    WrongClock(const WrongClock&) = delete;
    WrongClock& operator=(const WrongClock&) = delete;
};

}  // namespace remise::test
