#pragma once

#include <string>
#include <string_view>

namespace remise::drivers::reports {

/// The chip with the BIOS is listed among the memories and is none. `words`: type, detail and place, as said.
[[nodiscard]] bool isFirmwareFlash(std::string_view words);

/// Who made a module: the name, also for its JEDEC code ("80CE", "0xCE00000000000000"); nothing for what
/// firmware writes without knowing ("Manufacturer0", "A1_Manufacturer1").
[[nodiscard]] std::string moduleMaker(std::string_view said);

}  // namespace remise::drivers::reports
