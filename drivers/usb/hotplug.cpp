#include "drivers/usb/hotplug.h"

#include <libusb-1.0/libusb.h>

namespace remise::drivers::usb {

/// A callback may not use USB itself (libusb's manual, "Device hotplug event notification").
void noteChanges(Bus& bus, std::atomic<bool>& hasChanged) {
    constexpr int both = LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED | LIBUSB_HOTPLUG_EVENT_DEVICE_LEFT;
    constexpr int any = LIBUSB_HOTPLUG_MATCH_ANY;
    const auto note = [](libusb_context*, libusb_device*, libusb_hotplug_event, void* flag) {
        constexpr int goOn = 0;
        *static_cast<std::atomic<bool>*>(flag) = true;
        return goOn;
    };
    const int error = libusb_hotplug_register_callback(bus.context(), both, LIBUSB_HOTPLUG_NO_FLAGS, any, any,
                                                       any, note, &hasChanged, nullptr);
    if (error != 0)
        throw std::runtime_error(std::string("Cannot watch what is plugged into USB: ") +
                                 libusb_error_name(error));
}

}  // namespace remise::drivers::usb
