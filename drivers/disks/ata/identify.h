#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>

#include "drivers/disks/ata/line.h"
#include "drivers/disks/drive.h"

namespace remise::drivers::disks::ata {

/// What a drive says of itself that matters for erasing it: IDENTIFY DEVICE (ACS-3, 7.12.7; HPA and DCO are
/// of ATA8-ACS, which ACS-3 leaves out).
struct Identify {
    Identity identity;
    std::uint64_t sectors = 0;  ///< that anybody can address
    bool isSolidState = false;

    bool hasSanitize = false, canOverwrite = false, canBlockErase = false, canCryptoScramble = false;

    bool hasSecurity = false, isSecured = false, isLocked = false, isFrozen = false;
    bool hasEnhancedErase = false;
    std::chrono::minutes eraseTime{0}, enhancedEraseTime{0};  ///< as it expects; 0 when it does not say

    bool hasProtectedArea = false;      ///< HPA
    bool hasOverlay = false;            ///< DCO
    bool hasAccessibleMaximum = false;  ///< what came after the HPA

    static Identify read(std::span<const std::uint8_t, 512>);
};

/// Asks the drive; nothing when it does not answer as a drive does.
[[nodiscard]] std::optional<Identify> identify(Line&);

}  // namespace remise::drivers::disks::ata
