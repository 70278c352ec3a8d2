#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "drivers/usb/bus.h"

namespace remise::drivers::usb {

/// Who listens to human interface devices. Called from the listening thread only.
class HidListener {
public:
    HidListener() = default;
    HidListener(const HidListener&) = delete;
    HidListener& operator=(const HidListener&) = delete;
    virtual ~HidListener() = default;

    /// Whether a device with this report descriptor is for us. The kernel keeps all others.
    virtual bool wants(std::string_view reportDescriptor) = 0;
    virtual void report(const std::string& place, std::string_view bytes) = 0;
    virtual void gone(const std::string& place) = 0;
};

/// The input reports of all devices of class 03 that a listener wants, whenever they are plugged in
/// (Device Class Definition for HID 1.11).
class HidReports {
public:
    explicit HidReports(HidListener&);
    ~HidReports();
    HidReports(const HidReports&) = delete;
    HidReports& operator=(const HidReports&) = delete;

private:
    class Reader;
    void listen();
    void adopt();
    void forgetEnded();

    HidListener& m_listener;
    Bus m_bus;
    std::vector<std::unique_ptr<Reader>> m_readers;
    std::atomic<bool> m_hasChanged = true;
    bool m_wasRefused = false;  ///< one that may be for us could not be opened
    std::atomic<bool> m_ends = false;
    std::thread m_thread;
};

}  // namespace remise::drivers::usb
