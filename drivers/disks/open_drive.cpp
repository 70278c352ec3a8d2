#include "drivers/disks/open_drive.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>

#include "drivers/disks/identity.h"
#include "server/domain/serials.h"

namespace remise::drivers::disks {
namespace {

namespace fs = std::filesystem;

/// A drive that writes in larger pieces than this says so for speed, and loses less.
constexpr std::uint32_t largestBlock = 64 * 1024;

fs::path folderOf(int descriptor, const KernelFiles& kernel) {
    struct stat status {};
    if (fstat(descriptor, &status) != 0 || !S_ISBLK(status.st_mode)) return {};
    const std::string numbers =
        std::to_string(major(status.st_rdev)) + ":" + std::to_string(minor(status.st_rdev));
    return kernel.sys / "dev/block" / numbers;
}

bool isSameDrive(int descriptor, const Drive& drive, const KernelFiles& kernel) {
    const fs::path folder = folderOf(descriptor, kernel);
    if (folder.empty() || fs::exists(folder / "partition")) return false;
    const Identity identity = askIdentity(descriptor, folder);
    return !identity.serial.empty() &&
           domain::normaliseSerial(identity.serial) == domain::normaliseSerial(drive.identity.serial);
}

Reason whyNotOpened(int error) {
    switch (error) {
        case ENXIO:
        case ENODEV:
        case ENOENT:
        case ENOMEDIUM:
            return Reason::vanished;
        case EROFS:
        case EACCES:
        case EPERM:
            return Reason::readOnly;
        default:
            return Reason::held;
    }
}

}  // namespace

OpenDrive::OpenDrive(int descriptor, const Drive& drive, const KernelFiles& kernel)
    : m_descriptor(descriptor), m_drive(drive), m_folder(folderOf(descriptor, kernel)) {
    measure();
}

OpenDrive::~OpenDrive() {
    close(m_descriptor);
}

void OpenDrive::measure() {
    int sector = 512;
    unsigned physical = 512;
    if (ioctl(m_descriptor, BLKGETSIZE64, &m_bytes) != 0) m_bytes = 0;
    if (ioctl(m_descriptor, BLKSSZGET, &sector) != 0) sector = 512;
    if (ioctl(m_descriptor, BLKPBSZGET, &physical) != 0) physical = 512;
    m_sector = static_cast<std::uint32_t>(sector);
    m_block = std::clamp(physical, m_sector, std::max(m_sector, largestBlock));
}

/// A SATA disk's size is kept by its host, which asks again only when it looks for disks; then by the disk.
void OpenDrive::rescan() const {
    std::error_code none;
    const fs::path device = fs::canonical(m_folder / "device", none);
    for (fs::path above = device; m_drive.transport == Transport::ata && above.has_relative_path();
         above = above.parent_path())
        if (const std::string name = above.filename(); name.starts_with("host"))
            std::ofstream(above / "scsi_host" / name / "scan") << "- - -\n";
    std::ofstream(device / "rescan") << "1\n";
}

bool OpenDrive::isThere() const {
    const std::string state = textOf(m_folder / "device/state");
    return fs::exists(m_folder) && state != "offline" && state != "dead" && state != "deleting";
}

Opening openDrive(const Drive& drive, Access access, const KernelFiles& kernel) {
    if (drive.excluded != Reason::none) return {nullptr, drive.excluded};
    const int mode = (access == Access::write ? O_RDWR : O_RDONLY) | O_DIRECT | O_EXCL | O_CLOEXEC;
    const int descriptor = open(drive.path.c_str(), mode);
    if (descriptor < 0) return {nullptr, whyNotOpened(errno)};
    auto opened = std::make_shared<OpenDrive>(descriptor, drive, kernel);
    if (!isSameDrive(descriptor, drive, kernel)) return {nullptr, Reason::serialChanged};
    if (opened->bytes() == 0) return {nullptr, Reason::vanished};
    return {opened, Reason::none};
}

}  // namespace remise::drivers::disks
