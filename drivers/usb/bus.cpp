#include "drivers/usb/bus.h"

#include <libusb-1.0/libusb.h>

#include <array>
#include <span>

namespace remise::drivers::usb {
namespace {

constexpr const char* refusedHint =
    " (no right to it: drivers/usb/60-remise.rules gives it; or another program has it)";

std::uint8_t endpointOf(const libusb_interface_descriptor& setting, std::uint8_t direction) {
    for (int i = 0; i < setting.bNumEndpoints; ++i) {
        const libusb_endpoint_descriptor& endpoint = setting.endpoint[i];
        if ((endpoint.bEndpointAddress & LIBUSB_ENDPOINT_DIR_MASK) == direction)
            return endpoint.bEndpointAddress;
    }
    return 0;
}

/// A damaged descriptor may hold anything: only what can be printed goes on.
std::string readable(std::string_view text) {
    std::string kept;
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= ' ' && static_cast<unsigned char>(c) < 127) kept += c;
    while (kept.ends_with(' '))
        kept.pop_back();
    return kept;
}

}  // namespace

Bus::Bus() {
    if (const int error = libusb_init(&m_context); error != 0)
        throw std::runtime_error(std::string("Cannot use USB: ") + libusb_error_name(error));
}

Bus::~Bus() {
    libusb_exit(m_context);
}

void Bus::forEach(const std::function<Look(libusb_device*)>& look) const {
    libusb_device** list = nullptr;
    const ssize_t count = libusb_get_device_list(m_context, &list);
    if (count < 0) return;
    const std::unique_ptr<libusb_device*, void (*)(libusb_device**)> freed(
        list, [](libusb_device** devices) { libusb_free_device_list(devices, 1); });
    for (libusb_device* device : std::span(list, static_cast<std::size_t>(count)))
        if (look(device) == Look::enough) return;
}

std::vector<Interface> interfacesOf(libusb_device* device, std::uint8_t interfaceClass,
                                    std::uint8_t protocol) {
    libusb_config_descriptor* raw = nullptr;
    if (libusb_get_active_config_descriptor(device, &raw) != 0) return {};
    const std::unique_ptr<libusb_config_descriptor, decltype(&libusb_free_config_descriptor)> config(
        raw, libusb_free_config_descriptor);
    std::vector<Interface> found;
    for (const libusb_interface& one : std::span(config->interface, config->bNumInterfaces))
        for (const auto& setting : std::span(one.altsetting, static_cast<std::size_t>(one.num_altsetting)))
            if (setting.bInterfaceClass == interfaceClass &&
                (protocol == 0 || setting.bInterfaceProtocol == protocol))
                found.push_back({setting.bInterfaceNumber, setting.bAlternateSetting,
                                 endpointOf(setting, LIBUSB_ENDPOINT_OUT),
                                 endpointOf(setting, LIBUSB_ENDPOINT_IN)});
    return found;
}

Numbers numbersOf(libusb_device* device) {
    libusb_device_descriptor descriptor{};
    libusb_get_device_descriptor(device, &descriptor);  // kept in memory, never fails (libusb's manual)
    return {descriptor.idVendor, descriptor.idProduct};
}

std::string placeOf(libusb_device* device) {
    std::array<std::uint8_t, 7> ports{};
    const int depth = libusb_get_port_numbers(device, ports.data(), static_cast<int>(ports.size()));
    std::string place = std::to_string(libusb_get_bus_number(device));
    for (int i = 0; i < depth; ++i)
        place += (i == 0 ? "-" : ".") + std::to_string(ports.at(static_cast<std::size_t>(i)));
    return place;
}

OpenDevice::OpenDevice(libusb_device* device) {
    if (const int error = libusb_open(device, &m_handle); error != 0)
        throw DeviceRefused("Cannot open the USB device at " + placeOf(device) + ": " +
                            libusb_error_name(error) + refusedHint);
    libusb_set_auto_detach_kernel_driver(m_handle,
                                         1);  // where there is no such driver, there is nothing to do
}

OpenDevice::~OpenDevice() {
    if (m_claimed >= 0) libusb_release_interface(m_handle, m_claimed);
    libusb_close(m_handle);
}

void OpenDevice::claim(const Interface& interface) {
    const int error = libusb_claim_interface(m_handle, interface.number);
    if (error != 0)
        throw DeviceRefused(std::string("Cannot claim the USB interface: ") + libusb_error_name(error) +
                            refusedHint);
    m_claimed = interface.number;
    if (interface.setting != 0)
        libusb_set_interface_alt_setting(m_handle, interface.number, interface.setting);
}

std::string OpenDevice::text(Text which) const {
    libusb_device_descriptor descriptor{};
    libusb_get_device_descriptor(libusb_get_device(m_handle), &descriptor);
    const std::uint8_t index = which == Text::maker   ? descriptor.iManufacturer
                               : which == Text::model ? descriptor.iProduct
                                                      : descriptor.iSerialNumber;
    std::array<unsigned char, 256> bytes{};
    if (index == 0) return {};
    const int length =
        libusb_get_string_descriptor_ascii(m_handle, index, bytes.data(), static_cast<int>(bytes.size()));
    if (length == LIBUSB_ERROR_TIMEOUT || length == LIBUSB_ERROR_NO_DEVICE)
        throw DeviceRefused("The USB device at " + placeOf(libusb_get_device(m_handle)) + " does not answer");
    if (length <= 0) return {};
    return readable({reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length)});
}

LineFault faultOf(int libusbError) {
    switch (libusbError) {
        case LIBUSB_SUCCESS:
            return LineFault::none;
        case LIBUSB_ERROR_TIMEOUT:
            return LineFault::timeout;
        case LIBUSB_ERROR_PIPE:
        case LIBUSB_ERROR_OVERFLOW:
            return LineFault::stalled;
        case LIBUSB_ERROR_ACCESS:
        case LIBUSB_ERROR_BUSY:
            return LineFault::refused;
        default:
            return LineFault::unplugged;
    }
}

}  // namespace remise::drivers::usb
