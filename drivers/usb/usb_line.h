#pragma once

#include <memory>

#include "drivers/printers/line.h"
#include "drivers/usb/bus.h"

namespace remise::drivers::usb {

/// The way to a USB printer (Universal Serial Bus Device Class Definition for Printing Devices, version 1.1).
/// Opens it when it is first used, and again in recover() after it was lost: the same printer, in whatever
/// socket it is plugged then.
class UsbLine : public Line {
public:
    /// `serial` as the device tells it, or "@PLACE" for one that has none.
    UsbLine(Numbers, std::string serial);
    ~UsbLine() override;

    Sent send(std::string_view bytes, Patience) override;
    Received receive(std::size_t atMost, Patience) override;
    bool recover() override;
    std::optional<std::string> deviceId() override;
    std::optional<std::uint8_t> portStatus() override;

private:
    struct Opened;
    LineFault open();
    LineFault note(int libusbError);
    bool isOurs(libusb_device*) const;
    std::string takeHeard(std::size_t atMost);

    Numbers m_numbers;
    std::string m_serial;
    Bus m_bus;
    std::unique_ptr<Opened> m_opened;
    std::string m_heard;  ///< came in the last packet and was not asked for yet
    bool m_wasOpen = false;
};

/// A printer that is plugged in. What it does not tell, or not to us, is empty.
struct UsbPrinter {
    Numbers numbers;
    std::string serial;  ///< "@PLACE" where it has none
    std::string maker;
    std::string model;
    std::string deviceId;  ///< IEEE 1284
    /// No right to it, or it does not answer: whether it has a serial is not known.
    bool isRefused = false;
};

std::vector<UsbPrinter> usbPrinters();

}  // namespace remise::drivers::usb
