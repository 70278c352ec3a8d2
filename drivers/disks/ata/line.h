#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>

namespace remise::drivers::disks::ata {

/// What is written into a drive's registers (ACS-3, 7). 48 bits of address and 16 of everything else; a
/// command of 28 bits leaves the upper parts zero.
struct Command {
    enum class Data { none, in, out };
    enum class Width { bits28, bits48 };
    std::uint8_t command = 0;
    Data data = Data::none;  ///< blocks of 512 bytes
    Width width = Width::bits28;
    std::uint16_t features = 0;
    std::uint16_t count = 0;
    std::uint64_t lba = 0;
};

/// What it left there.
struct Reply {
    std::uint8_t status = 0;
    std::uint8_t error = 0;
    std::uint16_t count = 0;
    std::uint64_t lba = 0;

    /// Neither the error nor the device fault bit.
    [[nodiscard]] bool isOk() const { return (status & 0x21) == 0; }
};

/// The way to a drive's registers.
class Line {
public:
    virtual ~Line() = default;
    /// Nothing when the command did not reach the drive, or no answer came in time.
    virtual std::optional<Reply> send(const Command&, std::span<std::uint8_t> data,
                                      std::chrono::seconds patience) = 0;
    std::optional<Reply> send(const Command& command) { return send(command, {}, std::chrono::seconds(15)); }
};

/// Through the kernel: SCSI's ATA PASS-THROUGH (16) (SAT-3, 12.2.3) by SG_IO. `descriptor` stays the
/// caller's.
class PassThrough : public Line {
public:
    explicit PassThrough(int descriptor) : m_descriptor(descriptor) {}
    using Line::send;
    std::optional<Reply> send(const Command&, std::span<std::uint8_t> data,
                              std::chrono::seconds patience) override;

private:
    int m_descriptor;
};

/// The command block of PASS-THROUGH (16), and the registers in the sense data that come back: descriptor
/// format (SAT-3, 12.2.6) or fixed, which has no upper parts. For tests as well.
[[nodiscard]] std::array<std::uint8_t, 16> commandBlock(const Command&);
[[nodiscard]] std::optional<Reply> registersIn(std::span<const std::uint8_t> sense);

}  // namespace remise::drivers::disks::ata
