#pragma once

#include <functional>
#include <string>

#include "drivers/disks/ata/line.h"

namespace remise::test {

/// A drive's registers as ACS-3 has them, for what no emulator offers: SANITIZE, SECURITY ERASE, hidden
/// areas. It is what its members say, and does to its medium what `erase` does.
class PretendedAta : public drivers::disks::ata::Line {
public:
    std::string serial = "PRETENDED-1";
    bool isSolidState = true;
    std::uint64_t sectors = 16'384;  ///< that it admits to
    std::function<void()> erase = [] {};

    // SANITIZE DEVICE
    bool canOverwrite = false, canBlockErase = false, canCryptoScramble = false;
    bool refusesToSanitize = false, failsToSanitize = false, neverEnds = false;
    int looksUntilDone = 2;

    // Security
    bool hasSecurity = false, isSecured = false, isFrozen = false, isLocked = false;
    bool refusesToErase = false;  ///< the command fails
    bool forgetsWithoutErasing = false;
    bool answersWellWhatItRefuses = false;  ///< as some translations do

    // Hidden areas
    bool hasProtectedArea = false, hasOverlay = false, hasAccessibleMaximum = false, keepsHidden = false;
    std::uint64_t nativeSectors = 0;   ///< under the protected area
    std::uint64_t factorySectors = 0;  ///< under the overlay

    bool isSilent = false;  ///< nothing comes back any more
    int commands = 0;

    using Line::send;
    std::optional<drivers::disks::ata::Reply> send(const drivers::disks::ata::Command&,
                                                   std::span<std::uint8_t>, std::chrono::seconds) override;

private:
    using Reply = drivers::disks::ata::Reply;
    using Command = drivers::disks::ata::Command;
    void describe(std::span<std::uint8_t>) const;
    Reply sanitize(const Command&);
    Reply security(const Command&);
    Reply hidden(const Command&, std::span<std::uint8_t>);

    enum class Sanitizing { never, going, completed, failed } m_sanitizing = Sanitizing::never;
    int m_looks = 0;
    bool m_isPrepared = false;
};

}  // namespace remise::test
