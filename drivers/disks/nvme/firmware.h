#pragma once

#include <memory>

#include "drivers/disks/firmware.h"
#include "drivers/disks/nvme/line.h"

namespace remise::drivers::disks::nvme {

/// An NVMe drive. Its commands reach all namespaces of the drive: with more than one it offers nothing, as
/// nobody has asked for the others.
class NvmeFirmware : public Firmware {
public:
    NvmeFirmware(std::unique_ptr<Line>, std::uint32_t nameSpace);

    std::vector<Method> methods() override;
    std::optional<Medium> medium() override { return Medium::nvme; }
    Attempt attempt(Method, const Waiting&) override;
    HiddenArea openHiddenArea() override;
    bool isFrozen() override { return false; }

private:
    std::unique_ptr<Line> m_line;
    std::uint32_t m_nameSpace;
};

}  // namespace remise::drivers::disks::nvme
