// usb-probe VENDOR:PRODUCT:SERIAL BYTES: sends so many bytes to a USB printer and says how far they came,
// clears the line when it was refused, and sends the rest.
#include <iostream>

#include "drivers/printers/usb_id.h"
#include "drivers/usb/usb_line.h"

namespace {

using namespace remise::drivers;

constexpr Line::Patience patience{300};

std::string_view wordOf(LineFault fault) {
    constexpr std::string_view words[] = {"", " timeout", " stalled", " unplugged", " refused"};
    return words[static_cast<int>(fault)];
}

Sent send(usb::UsbLine& line, std::string_view bytes) {
    const Sent sent = line.send(bytes, patience);
    std::cout << "sent " << sent.bytes << wordOf(sent.fault) << '\n';
    return sent;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return 2;
    const auto id = readUsbId("usb:" + std::string(arguments[1]));
    if (!id) return 2;
    usb::UsbLine line({id->vendor, id->product}, id->serial);
    std::string bytes;
    while (bytes.size() < std::stoul(arguments[2]))
        bytes += std::to_string(bytes.size()) + ' ';
    bytes.resize(std::stoul(arguments[2]));
    const Sent sent = send(line, bytes);
    if (sent.fault == LineFault::none) return 0;
    if (!line.recover()) {
        std::cout << "not to be used again\n";
        return 1;
    }
    return send(line, std::string_view(bytes).substr(sent.bytes)).fault == LineFault::none ? 0 : 1;
}
