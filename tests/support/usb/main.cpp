// usb-emulator: runs a program, unchanged and without any right, on a USB with emulated devices.
//
//   umockdev-wrapper usb-emulator DEVICE… -- PROGRAM WORDS…
//
// tests/support/usb/device_words.h says what a DEVICE is. The exit status is the program's. The last line on
// stderr says how long after the last plugging in it ended.
#include <algorithm>
#include <iostream>

#include "tests/support/usb/device_words.h"
#include "tests/support/usb/emulated_bus.h"

namespace {

using namespace remise::test::usb;

int run(const std::vector<std::string>& devices, const std::vector<std::string>& command) {
    EmulatedBus bus;
    for (const std::string& device : devices)
        bus.plug(deviceOf(device), ordersOf(device));
    const int status = bus.run(command);
    std::cerr << "ended " << bus.sincePlugged().count() / 1000
              << " ms after the last device was plugged in\n";
    return status;
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> words(arguments + 1, arguments + count);
    const auto dashes = std::find(words.begin(), words.end(), "--");
    if (dashes == words.end() || dashes + 1 == words.end()) {
        std::cerr << "umockdev-wrapper usb-emulator DEVICE... -- PROGRAM WORDS...\n";
        return 2;
    }
    try {
        return run({words.begin(), dashes}, {dashes + 1, words.end()});
    } catch (const std::exception& error) {
        std::cerr << "usb-emulator: " << error.what() << '\n';
        return 2;
    }
}
