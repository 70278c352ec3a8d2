#pragma once

#include "drivers/disks/drive_report.h"
#include "drivers/disks/erase_drives.h"
#include "drivers/disks/walk.h"

namespace remise::drivers::disks {

/// What is done to one drive, told while it is done and noted in its report.
class DriveWork {
public:
    DriveWork(const Drive&, const EraseOrder&, const Hooks&);

    /// False, with the reason in the report, when it is not ours to open.
    bool open(Access);
    /// One of our own passes over all of the drive; false, with the reason, when any of it went wrong.
    bool overwrite(const Fill&);
    bool verify(const Fill&);
    /// The drive's own erasure, believed when the drive says so and what we had written before is gone from
    /// every place where we look. False when it is not erased, with a reason when nothing more may be tried.
    bool eraseItself(Firmware&, Method);
    /// How it ended, told as well.
    DriveReport end(Ending);

    [[nodiscard]] DriveReport& report() { return m_report; }
    [[nodiscard]] const std::shared_ptr<OpenDrive>& drive() const { return m_drive; }
    [[nodiscard]] bool shallStop() const { return m_hooks.shallStop(); }
    void tell(Phase, std::uint64_t bytes, std::uint64_t ofBytes);

private:
    enum class Telling { yes, no };
    Watch watch(Phase, std::uint64_t ofBytes, Telling = Telling::yes);
    bool note(Ended, const Tally&, Reason ofErrors);

    const EraseOrder& m_order;
    const Hooks& m_hooks;
    DriveReport m_report;
    Progress m_progress;
    Speed m_speed;
    std::shared_ptr<OpenDrive> m_drive;
};

[[nodiscard]] domain::Milliseconds now();

}  // namespace remise::drivers::disks
