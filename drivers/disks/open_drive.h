#pragma once

#include <memory>

#include "drivers/disks/drive.h"
#include "drivers/disks/kernel_files.h"

namespace remise::drivers::disks {

/// A drive that is ours alone as long as this lives (O_EXCL: nothing of it is mounted or part of a volume,
/// and cannot become so), read and written past the kernel's cache (O_DIRECT).
class OpenDrive {
public:
    OpenDrive(int descriptor, const Drive&, const KernelFiles&);
    ~OpenDrive();
    OpenDrive(const OpenDrive&) = delete;
    OpenDrive& operator=(const OpenDrive&) = delete;

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] const Drive& drive() const { return m_drive; }
    /// As the device that was opened says now, not as its name promised.
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }
    /// What is written and lost together: no smaller than a sector, and what a bad place is narrowed down to.
    [[nodiscard]] std::uint32_t block() const { return m_block; }
    [[nodiscard]] std::uint32_t sector() const { return m_sector; }
    /// Whether it still answers to its name: false once it was pulled out or the kernel gave it up.
    [[nodiscard]] bool isThere() const;
    /// Asks it again for its size, which changes when a hidden area was opened and the kernel has looked
    /// (`rescan`).
    void measure();
    void rescan() const;

private:
    int m_descriptor;
    Drive m_drive;
    std::filesystem::path m_folder;  ///< of what was opened, in /sys
    std::uint64_t m_bytes = 0;
    std::uint32_t m_block = 512, m_sector = 512;
};

/// The drive, or why it could not be opened. After opening, the device behind the descriptor is asked once
/// more who it is: names are given anew at each start, and drives are plugged in and out.
struct Opening {
    std::shared_ptr<OpenDrive> drive;
    Reason reason = Reason::none;
};
enum class Access { read, write };
[[nodiscard]] Opening openDrive(const Drive&, Access, const KernelFiles& = {});

}  // namespace remise::drivers::disks
