#pragma once

#include <atomic>
#include <functional>
#include <thread>

#include "drivers/usb/bus.h"

namespace remise::drivers::usb {

/// Notices what is plugged in and pulled out. Tells it from a thread of its own, and once at the beginning:
/// whoever listens looks for himself what is there now.
class Watch {
public:
    explicit Watch(std::function<void()> onChange);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

private:
    void watch();

    Bus m_bus;
    std::function<void()> m_onChange;
    std::atomic<bool> m_hasChanged = true;
    std::atomic<bool> m_ends = false;
    std::thread m_thread;
};

}  // namespace remise::drivers::usb
