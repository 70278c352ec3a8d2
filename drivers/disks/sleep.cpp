#include "drivers/disks/sleep.h"

#include <fstream>

namespace remise::drivers::disks {
namespace {

bool write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream file(path);
    file << text << std::flush;
    return file.good();
}

}  // namespace

bool sleepFor(std::chrono::seconds time, const KernelFiles& kernel) {
    const auto alarm = kernel.sys / "class/rtc/rtc0/wakealarm";
    const bool canSleep = bytesOf(kernel.sys / "power/state").find("mem") != std::string::npos;
    if (!canSleep || !std::filesystem::exists(alarm)) return false;
    // An alarm that is set already is refused, unless it is taken back first.
    return write(alarm, "0\n") && write(alarm, "+" + std::to_string(time.count()) + "\n") &&
           write(kernel.sys / "power/state", "mem\n");
}

}  // namespace remise::drivers::disks
