// Any bytes at all as a printer's answer: read by every language's parser, and by those of ids.
#include <cstdint>
#include <cstdlib>

#include "drivers/printers/brother_ql/brother_ql_status.h"
#include "drivers/printers/device_id.h"
#include "drivers/printers/escpos/escpos_status.h"
#include "drivers/printers/tcp/tcp_line.h"
#include "drivers/printers/usb_id.h"
#include "drivers/printers/zpl/zpl_status.h"

namespace {

using namespace remise::drivers;

void readAsZpl(std::string_view bytes) {
    const auto errors = zpl::readHostErrors(bytes);
    if (const auto status = zpl::readHostStatus(bytes)) static_cast<void>(zpl::statusOf(*status, errors));
}

void readAsBrotherQl(std::string_view bytes) {
    while (const auto status = brother_ql::takeStatus(bytes))
        static_cast<void>(brother_ql::statusOf(*status));
}

void readAsEscpos(std::string_view bytes) {
    escpos::RealTimeStatus answers{};
    for (std::size_t n = 0; n < answers.size() && n < bytes.size(); ++n)
        answers.at(n) = static_cast<std::uint8_t>(bytes[n]);
    static_cast<void>(escpos::statusOf(answers));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    readAsZpl(bytes);
    readAsBrotherQl(bytes);
    readAsEscpos(bytes);
    readDeviceId(bytes);
    readTcpAddress(bytes);
    if (const auto id = readUsbId(bytes); id && readUsbId(textOf(*id)) != id) std::abort();
    return 0;
}
