#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "drivers/disks/fill.h"
#include "drivers/disks/find_drives.h"
#include "drivers/disks/firmware.h"
#include "drivers/disks/progress.h"

namespace remise::drivers::disks {

struct EraseOrder {
    std::vector<std::string> serials;  ///< as a signed job names them: these and no others
    Extent verification = Extent::full;
    Look look;
    std::chrono::milliseconds patience{180'000};    ///< with a drive that finishes nothing at all
    std::chrono::milliseconds betweenLooks{1'000};  ///< at a drive that erases itself
    /// Puts the computer to sleep for a moment, so that frozen drives lose their power; false when it cannot.
    /// Tried once, before anything is erased, when a drive that needs it is frozen.
    std::function<bool()> sleep = [] { return false; };
    /// The drives' own ways to erase themselves; tests have others.
    std::function<std::unique_ptr<Firmware>(const std::shared_ptr<OpenDrive>&)> firmware = firmwareOf;
};

/// Erases the drives of these serials, all at once, each by the best method of its medium, and reads every
/// one again. Gives a report for each serial, in their order: one that is not there, in use, or cannot be
/// told from another, is `skipped`. The other drives of the machine follow as `skipped`, `not_in_job`; sticks
/// do not. Returns when all have ended; a drive that stops answering ends by `patience`, and
/// `hooks.shallStop` ends all of them as `aborted`.
[[nodiscard]] std::vector<DriveReport> eraseDrives(const EraseOrder&, const Hooks& = {});

/// What each serial should hold everywhere.
using Expected = std::map<std::string, Fill>;

/// Reads drives again, writing nothing, and compares: `verified`, or why not. One that is not in `expected`
/// must hold one and the same byte all over each sector.
[[nodiscard]] std::vector<DriveReport> verifyDrives(const EraseOrder&, const Expected&, const Hooks& = {});

}  // namespace remise::drivers::disks
