#pragma once

#include "drivers/disks/drive.h"
#include "drivers/disks/kernel_files.h"

namespace remise::drivers::disks {

/// What the kernel has read of the drive when it found it. `folder` is the drive's in /sys, whatever way
/// leads there (/sys/block/sda, /sys/dev/block/8:0).
[[nodiscard]] Identity identityIn(const std::filesystem::path& folder, Transport);
/// The same, but the drive itself is asked first, through `descriptor`, where there is a way to do so: a dock
/// tells the kernel what it likes.
[[nodiscard]] Identity askIdentity(int descriptor, const std::filesystem::path& folder);

/// Whether it is a volume that a controller makes of several disks: it is named as such, or the controller's
/// driver says which RAID level it has. Erasing it would leave spare disks, and what lies behind the volume's
/// end.
[[nodiscard]] bool isRaidVolume(const std::filesystem::path& folder, const Identity&);

[[nodiscard]] Transport transportOf(const std::filesystem::path& folder);
[[nodiscard]] Medium mediumOf(const std::filesystem::path& folder, Transport);

/// 512 bytes of ATA's IDENTIFY DEVICE as a drive's texts (ACS-3, 7.12.7: words 10, 23 and 27; the bytes of
/// each word are the other way round). Empty when there are fewer.
[[nodiscard]] Identity identityOfAta(std::string_view identifyData);

}  // namespace remise::drivers::disks
