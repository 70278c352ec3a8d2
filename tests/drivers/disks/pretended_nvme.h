#pragma once

#include <functional>
#include <string>

#include "drivers/disks/nvme/line.h"

namespace remise::test {

/// A controller that answers as NVM Express says.
class PretendedNvme : public drivers::disks::nvme::Line {
public:
    std::function<void()> erase = [] {};
    bool canSanitizeBlock = false, canSanitizeCrypto = false, canFormat = false;
    bool refuses = false, failsToSanitize = false;
    bool managesNameSpaces = false;
    int nameSpaces = 1;
    int allNameSpaces = 0;  ///< with those that are not in use; 0: it does not say
    std::uint64_t bytes = 0, unallocated = 0;
    int looksUntilDone = 2;
    std::uint32_t lastFormat = 0;  ///< dword 10 of the last Format NVM
    std::uint8_t flbas = 0x12, dps = 0x0a;

    using Line::send;
    std::optional<int> send(const drivers::disks::nvme::Command&, std::span<std::uint8_t>,
                            std::chrono::milliseconds) override;

private:
    void identify(std::uint32_t what, std::span<std::uint8_t>) const;
    int m_looks = 0;
    unsigned m_status = 0;
};

}  // namespace remise::test
