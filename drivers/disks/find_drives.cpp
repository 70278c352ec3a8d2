#include "drivers/disks/find_drives.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "drivers/disks/identity.h"
#include "drivers/disks/in_use.h"
#include "server/domain/serials.h"

namespace remise::drivers::disks {
namespace {

namespace fs = std::filesystem;

/// A disk that is addressed in units of 512 bytes, whatever its sectors are: the kernel's own unit.
constexpr std::uint64_t kernelSector = 512;

bool isDrive(const std::string& name, Transport transport, Take notHardware) {
    constexpr std::array<std::string_view, 6> neverOnes{"ram", "zram", "sr", "fd", "md", "mtdblock"};
    if (std::ranges::any_of(neverOnes, [&](auto start) { return name.starts_with(start); })) return false;
    // An eMMC's start areas hold firmware and are devices of their own.
    if (name.find("boot") != std::string::npos || name.find("rpmb") != std::string::npos) return false;
    const bool isReal = transport != Transport::loop && transport != Transport::mapped;
    return isReal || notHardware == Take::yes;
}

bool isRemovable(const fs::path& folder, Transport transport) {
    if (numberOf(folder / "removable") == 1) return true;
    return transport == Transport::mmc && textOf(folder / "device/type") != "MMC";
}

fs::path byIdOf(const KernelFiles& kernel, const std::string& name) {
    std::vector<fs::path> links;
    std::error_code none;
    for (const auto& link : fs::directory_iterator(kernel.dev / "disk/by-id", none))
        if (fs::read_symlink(link.path(), none).filename() == name && !none) links.push_back(link.path());
    // Names made of model and serial say more to people than those made of numbers.
    const auto isNumber = [](const fs::path& link) { return link.filename().string().starts_with("wwn-"); };
    std::ranges::sort(links, [&](const fs::path& a, const fs::path& b) {
        return std::pair(isNumber(a), a) < std::pair(isNumber(b), b);
    });
    return links.empty() ? fs::path() : links.front();
}

/// A stick is not asked: some of them hang on commands that they do not know.
Identity identityOf(const Drive& drive, const fs::path& folder) {
    const int descriptor = isRemovable(folder, drive.transport)
                               ? -1
                               : open(drive.path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return identityIn(folder, drive.transport);
    const Identity identity = askIdentity(descriptor, folder);
    close(descriptor);
    return identity;
}

Drive driveIn(const fs::path& folder, const KernelFiles& kernel) {
    Drive drive;
    drive.name = folder.filename();
    drive.path = kernel.dev / drive.name;
    drive.byId = byIdOf(kernel, drive.name);
    drive.transport = transportOf(folder);
    drive.medium = mediumOf(folder, drive.transport);
    drive.identity = identityOf(drive, folder);
    drive.bytes = numberOf(folder / "size").value_or(0) * kernelSector;
    drive.sector = static_cast<std::uint32_t>(numberOf(folder / "queue/logical_block_size").value_or(512));
    drive.physicalSector =
        static_cast<std::uint32_t>(numberOf(folder / "queue/physical_block_size").value_or(drive.sector));
    return drive;
}

Reason whyNot(const Drive& drive, const fs::path& folder, const Look& look,
              const std::map<std::string, Reason>& used) {
    if (const auto use = used.find(drive.name); use != used.end()) return use->second;
    if (isHeld(folder)) return Reason::held;
    if (drive.transport == Transport::scsi && isRaidVolume(folder, drive.identity)) return Reason::raidVolume;
    if (numberOf(folder / "ro") == 1) return Reason::readOnly;
    if (look.removable == Take::no && isRemovable(folder, drive.transport)) return Reason::removable;
    if (!domain::isIdentity(drive.identity.serial)) return Reason::noSerial;
    return Reason::none;
}

/// Some docks give all their drives the serial of the dock.
void excludeTwins(std::vector<Drive>& drives) {
    const auto serial = [](const Drive& drive) { return domain::normaliseSerial(drive.identity.serial); };
    for (Drive& one : drives)
        if (one.excluded == Reason::none && std::ranges::count(drives, serial(one), serial) > 1)
            one.excluded = Reason::serialTwice;
}

}  // namespace

std::vector<Drive> findDrives(const Look& look) {
    auto used = disksInUse(look.kernel);
    for (const std::string& name : look.bootMedia)
        used[diskOf(look.kernel, name)] = Reason::bootMedium;
    std::vector<Drive> drives;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(look.kernel.sys / "block", none)) {
        Drive drive = driveIn(entry.path(), look.kernel);
        // An empty slot has no bytes; one of several ways to the same NVMe drive is hidden.
        if (drive.bytes == 0 || numberOf(entry.path() / "hidden") == 1) continue;
        if (!isDrive(drive.name, drive.transport, look.notHardware)) continue;
        drive.excluded = whyNot(drive, entry.path(), look, used);
        drives.push_back(std::move(drive));
    }
    std::ranges::sort(drives, {}, &Drive::name);
    excludeTwins(drives);
    return drives;
}

}  // namespace remise::drivers::disks
