#pragma once

#include <functional>

#include "drivers/disks/ata/line.h"
#include "drivers/disks/firmware.h"

namespace remise::drivers::disks::ata {

/// A drive that speaks ATA, also behind SCSI's or USB's translation.
class AtaFirmware : public Firmware {
public:
    /// `rescan` has the kernel ask the drive for its size again.
    AtaFirmware(std::unique_ptr<Line>, std::function<void()> rescan);

    std::vector<Method> methods() override;
    std::optional<Medium> medium() override;
    Attempt attempt(Method, const Waiting&) override;
    HiddenArea openHiddenArea() override;
    bool isFrozen() override;

private:
    std::unique_ptr<Line> m_line;
    std::function<void()> m_rescan;
};

}  // namespace remise::drivers::disks::ata
