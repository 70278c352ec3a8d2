#pragma once

#include <map>
#include <string>

#include "drivers/disks/find_drives.h"
#include "tests/support/temporary_folder.h"

namespace remise::test {

/// A /sys, /dev and /proc of our own, with the drives that a test wants.
class PretendedKernel {
public:
    PretendedKernel();

    using Files = std::map<std::string, std::string>;
    /// /sys/block/NAME, whose device hangs on `way` ("pci0/ata1/host0"). Files by their path below the drive.
    void add(const std::string& name, const std::string& way, const Files& files);
    /// A SATA disk of 1 GB that says so.
    void addDisk(const std::string& name, const std::string& serial, const Files& others = {});
    /// A part of a disk, in /sys as well.
    void addPart(const std::string& disk, const std::string& part);
    void write(const std::filesystem::path& below, const std::string& text) const;

    [[nodiscard]] drivers::disks::Look look() const;
    [[nodiscard]] std::filesystem::path root() const { return m_folder.path(); }
    /// The numbers that mountinfo calls a device by.
    [[nodiscard]] std::string numbers(const std::string& name) const { return m_numbers.at(name); }

private:
    void link(const std::filesystem::path& folder);

    TemporaryFolder m_folder;
    std::map<std::string, std::string> m_numbers;
};

/// Page 80h of SCSI's vital product data with this serial.
std::string serialPage(const std::string& serial);
/// Page 89h, with these texts in the IDENTIFY DEVICE data.
std::string ataPage(const std::string& serial, const std::string& model, const std::string& firmware);

}  // namespace remise::test
