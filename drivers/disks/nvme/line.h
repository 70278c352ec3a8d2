#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>

namespace remise::drivers::disks::nvme {

/// A command to the controller (NVM Express Base Specification 2.0, 3.3.3.1).
struct Command {
    std::uint8_t opcode = 0;
    std::uint32_t nameSpace = 0;
    std::uint32_t dword10 = 0, dword11 = 0;
};

/// The way to a controller.
class Line {
public:
    virtual ~Line() = default;
    /// The status of the answer without its phase: 0 is success. Nothing when the command did not get there,
    /// or no answer came in time.
    virtual std::optional<int> send(const Command&, std::span<std::uint8_t> answer,
                                    std::chrono::milliseconds patience) = 0;
    std::optional<int> send(const Command& command) { return send(command, {}, std::chrono::seconds(15)); }
};

/// Through the kernel: NVME_IOCTL_ADMIN_CMD. `descriptor` is of a namespace and stays the caller's.
class AdminQueue : public Line {
public:
    explicit AdminQueue(int descriptor) : m_descriptor(descriptor) {}
    using Line::send;
    std::optional<int> send(const Command&, std::span<std::uint8_t> answer,
                            std::chrono::milliseconds patience) override;

private:
    int m_descriptor;
};

}  // namespace remise::drivers::disks::nvme
