#include "drivers/disks/nvme/line.h"

#include <linux/nvme_ioctl.h>
#include <sys/ioctl.h>

namespace remise::drivers::disks::nvme {

std::optional<int> AdminQueue::send(const Command& command, std::span<std::uint8_t> answer,
                                    std::chrono::milliseconds patience) {
    nvme_admin_cmd ioctlCommand{};
    ioctlCommand.opcode = command.opcode;
    ioctlCommand.nsid = command.nameSpace;
    ioctlCommand.cdw10 = command.dword10;
    ioctlCommand.cdw11 = command.dword11;
    ioctlCommand.addr = reinterpret_cast<std::uintptr_t>(answer.data());
    ioctlCommand.data_len = static_cast<std::uint32_t>(answer.size());
    ioctlCommand.timeout_ms = static_cast<std::uint32_t>(patience.count());
    const int status = ioctl(m_descriptor, NVME_IOCTL_ADMIN_CMD, &ioctlCommand);
    return status < 0 ? std::nullopt : std::optional(status);
}

}  // namespace remise::drivers::disks::nvme
