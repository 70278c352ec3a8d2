#include "drivers/usb/usb_line.h"

#include <libusb-1.0/libusb.h>

#include <algorithm>
#include <array>
#include <thread>

namespace remise::drivers::usb {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint8_t printerClass = 7;
constexpr std::uint8_t bothWays = 2, oneWay = 1;

constexpr std::uint8_t fromTheInterface = 0xa1;  // bmRequestType: in, class, interface
constexpr std::uint8_t getDeviceId = 0, getPortStatus = 1;
constexpr unsigned controlPatience = 1000;  // ms

/// So much is in the printer's hands or not when something happens, and what happens is noticed within it.
constexpr std::size_t oneTransfer = 16 * 1024;
/// A read must have room for a whole packet, whatever was asked for (512 at high speed, 1,024 at most).
constexpr std::size_t onePacket = 1024;

/// Some printers have a newer protocol in another setting (IPP over USB): theirs is not the language we
/// speak.
std::optional<Interface> printerInterface(libusb_device* device) {
    for (const std::uint8_t protocol : {bothWays, oneWay}) {
        const auto found = interfacesOf(device, printerClass, protocol);
        const auto usable = std::ranges::find_if(found, [](const Interface& one) { return one.out != 0; });
        if (usable != found.end()) return *usable;
    }
    return {};
}

std::string serialOf(const OpenDevice& open, libusb_device* device) {
    const std::string serial = open.text(OpenDevice::Text::serial);
    return serial.empty() ? "@" + placeOf(device) : serial;
}

/// 4.2.1 GET_DEVICE_ID: two bytes of length, the highest first and counting themselves, then the text. The
/// one question that the kernel lets through while somebody else has the interface.
std::string deviceIdOf(const OpenDevice& device, const Interface& interface, int& error) {
    const auto index = static_cast<std::uint16_t>(interface.number << 8 | interface.setting);
    std::string answer(1024, '\0');
    error = libusb_control_transfer(device.handle(), fromTheInterface, getDeviceId, 0, index,
                                    reinterpret_cast<unsigned char*>(answer.data()),
                                    static_cast<std::uint16_t>(answer.size()), controlPatience);
    return error < 2 ? "" : answer.substr(2, static_cast<std::size_t>(error) - 2);
}

unsigned milliseconds(Clock::duration left) {
    const auto count = std::chrono::duration_cast<std::chrono::milliseconds>(left).count();
    return static_cast<unsigned>(std::max<std::int64_t>(count, 1));  // libusb takes 0 for ever
}

}  // namespace

struct UsbLine::Opened {
    OpenDevice device;
    Interface interface;
};

UsbLine::UsbLine(Numbers numbers, std::string serial) : m_numbers(numbers), m_serial(std::move(serial)) {
}

UsbLine::~UsbLine() = default;

bool UsbLine::isOurs(libusb_device* device) const {
    if (numbersOf(device) != m_numbers) return false;
    if (m_serial.starts_with('@') && m_serial != "@" + placeOf(device)) return false;
    // One in the right socket that has a serial is known by that alone.
    return serialOf(OpenDevice(device), device) == m_serial;
}

LineFault UsbLine::open() {
    if (m_opened) return LineFault::none;
    if (m_wasOpen) return LineFault::unplugged;
    LineFault fault = LineFault::unplugged;
    m_bus.forEach([&](libusb_device* device) {
        const auto interface = printerInterface(device);
        try {
            if (!interface || !isOurs(device)) return Bus::Look::on;
            m_opened.reset(new Opened{OpenDevice(device), *interface});
            m_opened->device.claim(*interface);
            m_wasOpen = true;
            fault = LineFault::none;
            return Bus::Look::enough;
        } catch (const DeviceRefused&) {  // another of the same kind may be the one
            m_opened.reset();
            fault = LineFault::refused;
            return Bus::Look::on;
        }
    });
    return fault;
}

/// A printer that is gone is closed, so that the kernel can forget it.
LineFault UsbLine::note(int libusbError) {
    const LineFault fault = faultOf(libusbError);
    if (fault == LineFault::unplugged || fault == LineFault::refused) {
        m_opened.reset();
        m_heard.clear();
    }
    return fault;
}

bool UsbLine::recover() {
    if (m_opened) {
        const int out = libusb_clear_halt(m_opened->device.handle(), m_opened->interface.out);
        const int in = m_opened->interface.in == 0
                           ? 0
                           : libusb_clear_halt(m_opened->device.handle(), m_opened->interface.in);
        if (out == 0 && in == 0) return true;
    }
    m_opened.reset();
    m_heard.clear();
    m_wasOpen = false;
    return open() == LineFault::none;
}

Sent UsbLine::send(std::string_view bytes, Patience patience) {
    if (const LineFault fault = open(); fault != LineFault::none) return {0, fault};
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const std::size_t size = std::min(oneTransfer, bytes.size() - sent);
        // libusb asks for a buffer that it may write to, and only reads it on the way out.
        auto* from = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data() + sent));
        int count = 0;
        const int error = libusb_bulk_transfer(m_opened->device.handle(), m_opened->interface.out, from,
                                               static_cast<int>(size), &count, milliseconds(patience));
        sent += static_cast<std::size_t>(std::clamp(count, 0, static_cast<int>(size)));
        if (error == LIBUSB_ERROR_TIMEOUT && count > 0) continue;
        if (error != 0) return {sent, note(error)};
    }
    return {sent, LineFault::none};
}

std::string UsbLine::takeHeard(std::size_t atMost) {
    const std::string taken = m_heard.substr(0, atMost);
    m_heard.erase(0, taken.size());
    return taken;
}

Received UsbLine::receive(std::size_t atMost, Patience patience) {
    if (!m_heard.empty()) return {takeHeard(atMost), LineFault::none};
    if (const LineFault fault = open(); fault != LineFault::none) return {{}, fault};
    if (m_opened->interface.in == 0) return {{}, LineFault::none};
    const auto until = Clock::now() + patience;
    std::array<unsigned char, onePacket> packet{};
    do {
        int count = 0;
        const int error =
            libusb_bulk_transfer(m_opened->device.handle(), m_opened->interface.in, packet.data(),
                                 static_cast<int>(packet.size()), &count, milliseconds(until - Clock::now()));
        m_heard.append(reinterpret_cast<const char*>(packet.data()), static_cast<std::size_t>(count));
        if (!m_heard.empty()) return {takeHeard(atMost), LineFault::none};
        if (error != 0) return {{}, note(error)};
        // Some printers send an empty packet instead of letting us wait.
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    } while (Clock::now() < until);
    return {{}, LineFault::timeout};
}

std::optional<std::string> UsbLine::deviceId() {
    if (open() != LineFault::none) return {};
    int error = 0;
    const std::string id = deviceIdOf(m_opened->device, m_opened->interface, error);
    if (error < 0) note(error);
    return id.empty() ? std::nullopt : std::optional(id);
}

/// 4.2.2 GET_PORT_STATUS: one byte; the interface stands in the lower half of wIndex here.
std::optional<std::uint8_t> UsbLine::portStatus() {
    if (open() != LineFault::none) return {};
    std::uint8_t status = 0;
    const int error = libusb_control_transfer(m_opened->device.handle(), fromTheInterface, getPortStatus, 0,
                                              static_cast<std::uint16_t>(m_opened->interface.number), &status,
                                              sizeof status, controlPatience);
    if (error < 0) note(error);
    return error == sizeof status ? std::optional(status) : std::nullopt;
}

std::vector<UsbPrinter> usbPrinters() {
    std::vector<UsbPrinter> found;
    const Bus bus;
    bus.forEach([&](libusb_device* device) {
        const auto interface = printerInterface(device);
        if (!interface) return Bus::Look::on;
        UsbPrinter printer{numbersOf(device), "@" + placeOf(device), {}, {}, {}};
        try {
            const OpenDevice open(device);
            int error = 0;
            printer.maker = open.text(OpenDevice::Text::maker);
            printer.model = open.text(OpenDevice::Text::model);
            printer.serial = serialOf(open, device);
            printer.deviceId = deviceIdOf(open, *interface, error);
        } catch (const DeviceRefused&) {
            // It is shown all the same: that it is there and may not be used is what somebody must know.
            printer.isRefused = true;
        }
        found.push_back(std::move(printer));
        return Bus::Look::on;
    });
    return found;
}

}  // namespace remise::drivers::usb
