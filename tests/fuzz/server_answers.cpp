// Any bytes at all as an answer of the network: an address that can be tried, or none.
#include <cstdint>
#include <cstdlib>

#include "terminal/workbench/find_server.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto server = remise::workbench::serverIn({reinterpret_cast<const char*>(data), size});
    if (server && !server->starts_with("http")) std::abort();
    return 0;
}
