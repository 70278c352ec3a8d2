#include <linux/nvme_ioctl.h>
#include <sys/ioctl.h>

#include "drivers/disks/ata/firmware.h"
#include "drivers/disks/ata/identify.h"
#include "drivers/disks/firmware.h"
#include "drivers/disks/nvme/firmware.h"

namespace remise::drivers::disks {

std::unique_ptr<Firmware> firmwareOf(const std::shared_ptr<OpenDrive>& drive) {
    const int descriptor = drive->descriptor();
    switch (drive->drive().transport) {
        case Transport::ata:
        case Transport::usb: {
            auto line = std::make_unique<ata::PassThrough>(descriptor);
            if (!ata::identify(*line)) return nullptr;
            return std::make_unique<ata::AtaFirmware>(std::move(line), [drive] { drive->rescan(); });
        }
        case Transport::nvme: {
            const int nameSpace = ioctl(descriptor, NVME_IOCTL_ID);
            if (nameSpace <= 0) return nullptr;
            return std::make_unique<nvme::NvmeFirmware>(std::make_unique<nvme::AdminQueue>(descriptor),
                                                        static_cast<std::uint32_t>(nameSpace));
        }
        default:
            return nullptr;
    }
}

}  // namespace remise::drivers::disks
