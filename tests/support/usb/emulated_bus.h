#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/usb/emulated_device.h"

namespace remise::test::usb {

class EmulatedPort;

/// A USB with emulated devices, for a program that is run unchanged: umockdev shows it a /sys and a /dev with
/// them, and hands their ioctls to us. Runs under umockdev-wrapper, without any right.
class EmulatedBus {
public:
    EmulatedBus();
    ~EmulatedBus();
    EmulatedBus(const EmulatedBus&) = delete;
    EmulatedBus& operator=(const EmulatedBus&) = delete;

    /// `orders` is a named pipe with what befalls it later, a line at a time; empty: nothing does.
    void plug(std::unique_ptr<EmulatedDevice>, const std::string& orders = {});
    /// Runs the program to its end; its exit status, 128 + the signal that ended it.
    int run(const std::vector<std::string>& command);
    /// Since the last device was plugged in.
    [[nodiscard]] std::chrono::microseconds sincePlugged() const;

private:
    struct State;
    void hearOrders(EmulatedPort&, const std::string& pipe);
    std::unique_ptr<State> m_state;
};

}  // namespace remise::test::usb
