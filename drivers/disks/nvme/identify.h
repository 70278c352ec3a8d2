#pragma once

#include "drivers/disks/drive.h"
#include "drivers/disks/nvme/line.h"

namespace remise::drivers::disks::nvme {

/// What a controller says of itself that matters for erasing it (Base Specification 2.0, figure 275).
struct Controller {
    Identity identity;
    bool canSanitizeBlock = false, canSanitizeCrypto = false;
    bool canFormat = false;
    bool hasOneNameSpace = false;  ///< in use
    bool managesNameSpaces = false;
    std::optional<int> nameSpaces;  ///< that exist, in use or not (two is several); nothing when not said
    std::uint64_t bytes = 0;        ///< of the drive; 0 when not said
    std::uint64_t unallocated = 0;  ///< of them, those that no namespace has
};
[[nodiscard]] std::optional<Controller> identify(Line&);

/// The bits of Format NVM's dword 10 that keep a namespace's sectors as they are (figure 280 and 329);
/// nothing when it does not say what they are.
[[nodiscard]] std::optional<std::uint32_t> currentFormat(Line&, std::uint32_t nameSpace);

}  // namespace remise::drivers::disks::nvme
