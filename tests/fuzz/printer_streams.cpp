// Any bytes at all as a printer's stream: decoded into pictures, or refused with a place.
#include <cstdint>

#include "drivers/printers/decode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        remise::drivers::decode({reinterpret_cast<const char*>(data), size});
    } catch (const remise::drivers::StreamError&) {
        return 0;  // what is no stream is refused
    }
    return 0;
}
