// Any bytes at all as an agent's report: read or refused, and a serial that was read stands in the text.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "drivers/reports/compressed.h"
#include "drivers/reports/read_inventory.h"
#include "drivers/reports/text_lines.h"

using namespace remise::drivers::reports;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto inventory = readInventory(text);
    // The library's checks of the packed form keep a fuzzer out: what is plain is tried packed too.
    const auto packed = readInventory(packZlib(text));
    if (packed && detectFormat(text) != ReportFormat::zlib) {
        if (!inventory) std::abort();
        if (packed->deviceId != inventory->deviceId || packed->drives.size() != inventory->drives.size())
            std::abort();
    }
    if (inventory && inventory->drives.size() > 1000) std::abort();
    return 0;
}
