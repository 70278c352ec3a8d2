#include "drivers/usb/report_descriptor.h"

#include <dirent.h>
#include <libusb-1.0/libusb.h>

#include <fstream>
#include <iterator>

namespace remise::drivers::usb {
namespace {

constexpr std::uint8_t fromTheInterface = 0x81;  // bmRequestType: in, standard, interface
constexpr std::uint8_t getDescriptor = 6;
constexpr std::uint16_t reportDescriptor = 0x2200;
constexpr unsigned patience = 1000;  // ms
constexpr std::size_t longest = 4096;

/// /sys/bus/usb/devices/1-3:1.0/0003:0C2E:0BE1.0004/report_descriptor
std::string ofTheKernel(libusb_device* device, int interface) {
    libusb_config_descriptor* config = nullptr;
    if (libusb_get_active_config_descriptor(device, &config) != 0) return {};
    const int configuration = config->bConfigurationValue;
    libusb_free_config_descriptor(config);
    const std::string folder = "/sys/bus/usb/devices/" + placeOf(device) + ':' +
                               std::to_string(configuration) + '.' + std::to_string(interface);
    const std::unique_ptr<DIR, void (*)(DIR*)> open(opendir(folder.c_str()), [](DIR* one) { closedir(one); });
    while (const dirent* entry = open ? readdir(open.get()) : nullptr) {
        std::ifstream file(folder + '/' + entry->d_name + "/report_descriptor", std::ios::binary);
        std::string bytes(std::istreambuf_iterator<char>(file), {});
        if (!bytes.empty()) return bytes;
    }
    return {};
}

/// HID 1.11, 7.1.1.
std::string ofTheDevice(libusb_device* device, const Interface& interface) {
    OpenDevice open(device);
    open.claim(interface);
    std::string bytes(longest, '\0');
    const int count = libusb_control_transfer(open.handle(), fromTheInterface, getDescriptor,
                                              reportDescriptor, static_cast<std::uint16_t>(interface.number),
                                              reinterpret_cast<unsigned char*>(bytes.data()),
                                              static_cast<std::uint16_t>(bytes.size()), patience);
    bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return bytes;
}

bool hasKernelDriver(libusb_device* device, int interface) {
    const OpenDevice open(device);
    return libusb_kernel_driver_active(open.handle(), interface) == 1;
}

}  // namespace

std::string reportDescriptorOf(libusb_device* device, const Interface& interface) {
    std::string known = ofTheKernel(device, interface.number);
    if (!known.empty() || hasKernelDriver(device, interface.number)) return known;
    return ofTheDevice(device, interface);
}

}  // namespace remise::drivers::usb
