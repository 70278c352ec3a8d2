#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "drivers/printers/line.h"

struct libusb_context;
struct libusb_device;
struct libusb_device_handle;

/// libusb, and the only folder that knows it.
namespace remise::drivers::usb {

/// libusb's view of the computer's USB. Cheap to make; everything that works at the same time has its own.
class Bus {
public:
    /// Throws when USB cannot be used at all.
    Bus();
    ~Bus();
    Bus(const Bus&) = delete;
    Bus& operator=(const Bus&) = delete;

    [[nodiscard]] libusb_context* context() const { return m_context; }
    /// Calls it for each device that is plugged in now, until it says that it has found what it looked for.
    enum class Look { on, enough };
    void forEach(const std::function<Look(libusb_device*)>&) const;

private:
    libusb_context* m_context = nullptr;
};

/// An interface of a device: its number, its setting, and the ways in and out (0 where there is none).
struct Interface {
    int number;
    int setting;
    std::uint8_t out;
    std::uint8_t in;
};

/// The interfaces of a class (07 printers, 03 human interface devices) in all their settings; `protocol` 0
/// stands for any.
std::vector<Interface> interfacesOf(libusb_device*, std::uint8_t interfaceClass, std::uint8_t protocol = 0);

struct Numbers {
    std::uint16_t vendor;
    std::uint16_t product;

    bool operator==(const Numbers&) const = default;
};
Numbers numbersOf(libusb_device*);
/// "1-3.2": bus and ports, the place where it is plugged in.
std::string placeOf(libusb_device*);

/// A device that was opened; what it had claimed is given back to the kernel's driver at the end.
class OpenDevice {
public:
    /// Throws DeviceRefused when there is no right to it, or it has just gone.
    explicit OpenDevice(libusb_device*);
    ~OpenDevice();
    OpenDevice(const OpenDevice&) = delete;
    OpenDevice& operator=(const OpenDevice&) = delete;

    /// Makes the interface ours, whatever driver of the kernel has it. Throws DeviceRefused when another
    /// program has it.
    void claim(const Interface&);
    /// One of the descriptor's texts, UTF-8; empty when it has none. Throws DeviceRefused when the device
    /// does not answer, which says nothing about its texts.
    enum class Text { maker, model, serial };
    [[nodiscard]] std::string text(Text) const;
    [[nodiscard]] libusb_device_handle* handle() const { return m_handle; }

private:
    libusb_device_handle* m_handle = nullptr;
    int m_claimed = -1;
};

struct DeviceRefused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What libusb's error number means for a line.
LineFault faultOf(int libusbError);

}  // namespace remise::drivers::usb
