#include "drivers/usb/watch.h"

#include <libusb-1.0/libusb.h>

#include "drivers/usb/hotplug.h"

namespace remise::drivers::usb {

Watch::Watch(std::function<void()> onChange) : m_onChange(std::move(onChange)) {
    noteChanges(m_bus, m_hasChanged);
    m_thread = std::thread([this] { watch(); });
}

Watch::~Watch() {
    m_ends = true;
    libusb_interrupt_event_handler(m_bus.context());
    m_thread.join();
}

void Watch::watch() {
    while (!m_ends) {
        if (m_hasChanged.exchange(false)) m_onChange();
        libusb_handle_events(m_bus.context());
    }
}

}  // namespace remise::drivers::usb
