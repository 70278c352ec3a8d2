#include "drivers/usb/watch.h"

#include <libusb-1.0/libusb.h>

namespace remise::drivers::usb {
namespace {

constexpr int both = LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED | LIBUSB_HOTPLUG_EVENT_DEVICE_LEFT;
constexpr int goOn = 0;

}  // namespace

Watch::Watch(std::function<void()> onChange) : m_onChange(std::move(onChange)) {
    const auto changed = [](libusb_context*, libusb_device*, libusb_hotplug_event, void* changedFlag) {
        *static_cast<std::atomic<bool>*>(changedFlag) = true;
        return goOn;
    };
    const int error = libusb_hotplug_register_callback(
        m_bus.context(), both, LIBUSB_HOTPLUG_NO_FLAGS, LIBUSB_HOTPLUG_MATCH_ANY, LIBUSB_HOTPLUG_MATCH_ANY,
        LIBUSB_HOTPLUG_MATCH_ANY, changed, &m_hasChanged, nullptr);
    if (error != 0)
        throw std::runtime_error(std::string("Cannot watch what is plugged into USB: ") +
                                 libusb_error_name(error));
    m_thread = std::thread([this] { watch(); });
}

Watch::~Watch() {
    m_ends = true;
    libusb_interrupt_event_handler(m_bus.context());
    m_thread.join();
}

/// The callback may not use USB itself (libusb's manual, "Device hotplug event notification"): it only leaves
/// word.
void Watch::watch() {
    while (!m_ends) {
        if (m_hasChanged.exchange(false)) m_onChange();
        libusb_handle_events(m_bus.context());
    }
}

}  // namespace remise::drivers::usb
