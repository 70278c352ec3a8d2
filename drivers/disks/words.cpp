#include <array>

#include "drivers/disks/drive.h"

namespace remise::drivers::disks {
namespace {

constexpr std::array<std::string_view, 5> media{"hdd", "ssd", "nvme", "emmc", "other"};

constexpr std::array<std::string_view, 22> reasons{"",
                                                   "boot_medium",
                                                   "mounted",
                                                   "swap",
                                                   "held",
                                                   "raid_volume",
                                                   "read_only",
                                                   "removable",
                                                   "no_serial",
                                                   "serial_twice",
                                                   "not_in_job",
                                                   "not_found",
                                                   "serial_changed",
                                                   "stopped",
                                                   "timeout",
                                                   "vanished",
                                                   "write_errors",
                                                   "unreadable_sectors",
                                                   "hidden_area_left",
                                                   "frozen",
                                                   "refused",
                                                   "verification_failed"};
static_assert(reasons.size() == static_cast<std::size_t>(Reason::verificationFailed) + 1);

}  // namespace

std::string_view mediumName(Medium medium) {
    return media.at(static_cast<std::size_t>(medium));
}

std::string_view reasonName(Reason reason) {
    return reasons.at(static_cast<std::size_t>(reason));
}

}  // namespace remise::drivers::disks
