// usb-gadget DEVICE NODE: an emulated device (tests/support/usb/device_words.h) behind a real kernel's USB
// gadget: /dev/g_printer0 or /dev/hidg0. Without NODE it writes the device's HID report descriptor.
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <iostream>

#include "tests/support/usb/device_words.h"

namespace {

using namespace remise::test::usb;

bool isFrozen(const EmulatedDevice& device) {
    return device.mishaps.freezeAt != Mishaps::never && device.taken.size() >= device.mishaps.freezeAt;
}

/// Until it is killed, or its node goes. Once frozen it leaves everything to the kernel's own buffers.
int serve(EmulatedDevice& device, int node) {
    std::array<char, 8192> part{};
    while (true) {
        while (const auto said = device.say(part.size()))
            if (write(node, said->data(), said->size()) < 0) return 1;
        pollfd ready{node, POLLIN, 0};
        if (isFrozen(device) || poll(&ready, 1, 20) == 0 || (ready.revents & POLLIN) == 0) {
            usleep(1000);
            continue;
        }
        const ssize_t count = read(node, part.data(), part.size());
        if (count <= 0) continue;
        device.take({part.data(), static_cast<std::size_t>(count)});
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) return 2;
    const auto device = deviceOf(arguments[1]);
    if (count == 2) {
        std::cout << device->control({0x81, 6, 0x2200, 0}).value_or("");
        return 0;
    }
    const int node = open(arguments[2], O_RDWR);
    if (node < 0) {
        std::cerr << "cannot open " << arguments[2] << '\n';
        return 1;
    }
    return serve(*device, node);
}
