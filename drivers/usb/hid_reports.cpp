#include "drivers/usb/hid_reports.h"

#include <libusb-1.0/libusb.h>

#include <algorithm>
#include <array>

#include "drivers/usb/hotplug.h"
#include "drivers/usb/report_descriptor.h"

namespace remise::drivers::usb {
namespace {

constexpr std::uint8_t hidClass = 3;
constexpr std::size_t longestReport = 1024;  // USB 2.0, 5.7.3: an interrupt packet at high speed
constexpr unsigned untilItComes = 0;         // libusb's patience with a transfer, milliseconds
constexpr timeval forEver{3600, 0}, tryAgain{1, 0};

}  // namespace

/// One interface, and the transfer that waits for its next report.
class HidReports::Reader {
public:
    Reader(std::unique_ptr<OpenDevice> device, const Interface& interface, std::string at, HidListener& to)
        : place(std::move(at)), m_device(std::move(device)), m_in(interface.in), m_listener(to) {
        m_device->claim(interface);
        libusb_fill_interrupt_transfer(m_transfer.get(), m_device->handle(), m_in, m_report.data(),
                                       static_cast<int>(m_report.size()), came, this, untilItComes);
        waitForNext();
    }

    /// Before it may be destroyed, its transfer has to come back, however it ends.
    void cancel() {
        m_isEnding = true;
        hasEnded = hasEnded || isStalled;
        libusb_cancel_transfer(m_transfer.get());
    }
    /// A stalled device is asked again once it is cleared.
    void revive() {
        if (!isStalled) return;
        isStalled = false;
        if (libusb_clear_halt(m_device->handle(), m_in) == 0)
            waitForNext();
        else
            hasEnded = true;
    }

    std::string place;
    bool hasEnded = false;
    bool isStalled = false;

private:
    void waitForNext() { hasEnded = libusb_submit_transfer(m_transfer.get()) != 0; }

    static void came(libusb_transfer* transfer) {
        auto& reader = *static_cast<Reader*>(transfer->user_data);
        if (reader.m_isEnding) {
            reader.hasEnded = true;
        } else if (transfer->status == LIBUSB_TRANSFER_COMPLETED) {
            reader.m_listener.report(reader.place, {reinterpret_cast<const char*>(transfer->buffer),
                                                    static_cast<std::size_t>(transfer->actual_length)});
            reader.waitForNext();
        } else if (transfer->status == LIBUSB_TRANSFER_STALL ||
                   transfer->status == LIBUSB_TRANSFER_OVERFLOW) {
            reader.isStalled = true;
        } else {
            reader.hasEnded = true;
        }
    }

    std::unique_ptr<OpenDevice> m_device;
    std::uint8_t m_in;
    HidListener& m_listener;
    bool m_isEnding = false;
    std::array<unsigned char, longestReport> m_report{};
    std::unique_ptr<libusb_transfer, decltype(&libusb_free_transfer)> m_transfer{libusb_alloc_transfer(0),
                                                                                 libusb_free_transfer};
};

HidReports::HidReports(HidListener& listener) : m_listener(listener) {
    noteChanges(m_bus, m_hasChanged);
    m_thread = std::thread([this] { listen(); });
}

HidReports::~HidReports() {
    m_ends = true;
    libusb_interrupt_event_handler(m_bus.context());
    m_thread.join();
}

void HidReports::listen() {
    while (!m_ends) {
        if (m_hasChanged.exchange(false) || m_wasRefused) adopt();
        timeval patience = m_wasRefused ? tryAgain : forEver;
        libusb_handle_events_timeout(m_bus.context(), &patience);
        for (const auto& reader : m_readers)
            reader->revive();
        forgetEnded();
    }
    for (const auto& reader : m_readers)
        reader->cancel();
    while (!m_readers.empty()) {
        forgetEnded();
        if (!m_readers.empty()) libusb_handle_events(m_bus.context());
    }
}

/// One that cannot be opened now is tried again soon: the right to it may come a moment after the device.
void HidReports::adopt() {
    m_wasRefused = false;
    m_bus.forEach([&](libusb_device* device) {
        for (const Interface& interface : interfacesOf(device, hidClass)) {
            const std::string place = placeOf(device) + ':' + std::to_string(interface.number);
            const auto isIt = [&](const auto& reader) { return reader->place == place; };
            if (interface.in == 0 || std::ranges::any_of(m_readers, isIt)) continue;
            try {
                if (!m_listener.wants(reportDescriptorOf(device, interface))) continue;
                m_readers.push_back(std::make_unique<Reader>(std::make_unique<OpenDevice>(device), interface,
                                                             place, m_listener));
            } catch (const DeviceRefused&) {
                m_wasRefused = true;
            }
        }
        return Bus::Look::on;
    });
}

void HidReports::forgetEnded() {
    std::erase_if(m_readers, [&](const auto& reader) {
        if (!reader->hasEnded) return false;
        m_listener.gone(reader->place);
        return true;
    });
}

}  // namespace remise::drivers::usb
