#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/usb/emulated_device.h"

namespace remise::test::usb {

/// A USB with emulated devices, for a program that is run unchanged: umockdev shows it a /sys and a /dev with
/// them, and hands their ioctls to us. Runs under umockdev-wrapper, without any right.
class EmulatedBus {
public:
    EmulatedBus();
    ~EmulatedBus();
    EmulatedBus(const EmulatedBus&) = delete;
    EmulatedBus& operator=(const EmulatedBus&) = delete;

    void plug(std::unique_ptr<EmulatedDevice>);
    /// Runs the program to its end; its exit status, 128 + the signal that ended it.
    int run(const std::vector<std::string>& command);
    /// Since the last device was plugged in.
    [[nodiscard]] std::chrono::microseconds sincePlugged() const;
    /// What each device was sent, in the order in which they were plugged in.
    [[nodiscard]] std::vector<std::string> taken() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace remise::test::usb
