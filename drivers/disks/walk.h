#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <set>

#include "drivers/disks/fill.h"
#include "drivers/disks/open_drive.h"
#include "drivers/disks/places.h"

namespace remise::drivers::disks {

/// What a pass has done so far, or in the end. Sectors are of the drive's own size.
struct Tally {
    std::uint64_t bytes = 0;       ///< read or written, and well
    std::uint64_t errors = 0;      ///< calls that failed, before anything was tried again
    std::uint64_t mismatches = 0;  ///< sectors that hold something else than they should
    std::set<std::uint64_t> bad;   ///< sectors that could not be read or written at all
    bool isOnMedium = true;        ///< false when the drive failed to bring it there from its cache
};

enum class Ended { done, stopped, timeout, vanished, tooManyErrors };

/// How long to wait and whom to tell.
struct Watch {
    std::function<bool()> shallStop = [] { return false; };
    /// Called about twice a second by the thread that called for the pass, and once at its end.
    std::function<void(const Tally&)> onProgress = [](const Tally&) {};
    /// A drive that finishes nothing at all for so long will not come back.
    std::chrono::milliseconds patience{180'000};
    /// So many sectors given up are enough to know that the drive has to be destroyed.
    std::uint64_t mostBad = 1'000;
};

struct Walked {
    Ended ended = Ended::done;
    Tally tally;
};

/// Writes the fill to every place, then has the drive bring it to the medium. A place that cannot be written
/// is tried again in smaller pieces down to one block, three times, then given up; the pass goes on.
[[nodiscard]] Walked overwrite(const std::shared_ptr<OpenDrive>&, const Places&, const Fill&, const Watch&);

/// Reads every place from the medium and compares it with the fill. Unreadable blocks likewise.
[[nodiscard]] Walked verify(const std::shared_ptr<OpenDrive>&, const Places&, const Fill&, const Watch&);

}  // namespace remise::drivers::disks
