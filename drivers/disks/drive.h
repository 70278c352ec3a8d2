#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "drivers/disks/reason.h"

/// Drives of the machine under test. docs/erasure.md says what is done to them and what that proves.
namespace remise::drivers::disks {

/// What holds the data decides how it is erased.
enum class Medium { hdd, ssd, nvme, emmc, other };
[[nodiscard]] std::string_view mediumName(Medium);

/// The way to it. `loop` and `mapped` (device-mapper) are no hardware: tests put their drives there.
enum class Transport { ata, scsi, usb, nvme, mmc, virtio, loop, mapped, other };

/// Who a drive says that it is. Texts are trimmed, their spelling kept; empty where it does not say.
struct Identity {
    std::string serial;
    std::string model;
    std::string firmware;
};

struct Drive {
    std::string name;            ///< sda, nvme0n1: until the system starts again
    std::filesystem::path path;  ///< /dev/sda
    std::filesystem::path byId;  ///< /dev/disk/by-id/…; empty where there is none
    Identity identity;
    std::uint64_t bytes = 0;
    std::uint32_t sector = 512;          ///< bytes that it is addressed by
    std::uint32_t physicalSector = 512;  ///< bytes that it writes, and loses, together
    Medium medium = Medium::other;
    Transport transport = Transport::other;
    Reason excluded = Reason::none;  ///< why it is left alone, whatever a job says
};

}  // namespace remise::drivers::disks
