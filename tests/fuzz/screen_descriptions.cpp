// Any bytes at all as a screen's description. Its sum keeps a fuzzer out, so it is made right first.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "drivers/reports/edid.h"

using namespace remise::drivers::reports;

namespace {

void makeWhole(std::string& bytes) {
    constexpr std::size_t block = 128;
    if (bytes.size() < block) return;
    bytes.replace(0, 8, std::string("\x00\xFF\xFF\xFF\xFF\xFF\xFF\x00", 8));
    int sum = 0;
    for (std::size_t i = 0; i + 1 < block; ++i)
        sum += static_cast<unsigned char>(bytes[i]);
    bytes[block - 1] = static_cast<char>(256 - sum % 256);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes(reinterpret_cast<const char*>(data), size);
    if (readEdid(bytes) && bytes.size() < 128) std::abort();
    makeWhole(bytes);
    const auto screen = readEdid(bytes);
    if (bytes.size() >= 128 && !screen) std::abort();
    if (!screen) return 0;
    if (screen->widthPixels < 0 || screen->widthPixels > 4095 || screen->heightPixels > 8190) std::abort();
    for (const char c : screen->model + screen->serial.value_or(""))
        if (c < ' ' || c > '~') std::abort();
    return 0;
}
