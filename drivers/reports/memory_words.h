#pragma once

#include <string>
#include <string_view>

namespace remise::drivers::reports {

/// The chip with the BIOS is listed among the memories and is none. `words`: type, detail and place, as said.
[[nodiscard]] bool isFirmwareFlash(std::string_view words);

/// Who made a module: the name, also for its JEDEC code ("80CE", "0xCE00000000000000"); nothing for what
/// firmware writes without knowing ("Manufacturer0", "A1_Manufacturer1").
[[nodiscard]] std::string moduleMaker(std::string_view said);

/// "DDR3" and "1600 MHz" of what lshw writes in one: "DIMM DDR3 Synchronous 1600 MHz (0.6 ns)".
[[nodiscard]] std::string memoryTypeIn(std::string_view words);
[[nodiscard]] std::string memorySpeedIn(std::string_view words);

}  // namespace remise::drivers::reports
