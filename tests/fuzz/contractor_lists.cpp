// Whatever a contractor sends: a list of serial numbers, or a refusal.
#include <cstdint>
#include <cstdlib>

#include "drivers/reports/contractor_list.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read =
        remise::drivers::reports::readContractorList({reinterpret_cast<const char*>(data), size});
    if (!read) return 0;
    if (read->empty()) std::abort();
    for (const auto& drive : *read)
        if (drive.line < 1 || drive.serial.size() > 255) std::abort();
    return 0;
}
