#include "drivers/disks/erase_drive.h"

#include "drivers/disks/passes.h"

namespace remise::drivers::disks {
namespace {

/// What is not erased was either stopped by somebody, or could not be.
Ending endingOf(Reason reason) {
    return reason == Reason::stopped ? Ending::aborted : Ending::failed;
}

/// Turning media hold what is written where it is written. Others compress, or put it elsewhere: bytes that
/// do not compress fill all that there is.
Fill fillFor(Medium medium) {
    return medium == Medium::hdd || medium == Medium::other ? Fill::zeros() : Fill::random();
}

}  // namespace

DriveReport eraseDrive(const Drive& drive, const EraseOrder& order, const Hooks& hooks) {
    DriveWork work(drive, order, hooks);
    if (!work.open(Access::write)) return work.end(Ending::skipped);
    const Fill fill = fillFor(drive.medium);
    if (!work.overwrite(fill) || !work.verify(fill)) return work.end(endingOf(work.report().reason));
    work.report().level = levelOf(work.report().steps.back().method);
    return work.end(Ending::erased);
}

DriveReport verifyDrive(const Drive& drive, const Fill& expected, const EraseOrder& order,
                        const Hooks& hooks) {
    DriveWork work(drive, order, hooks);
    if (!work.open(Access::read)) return work.end(Ending::skipped);
    return work.end(work.verify(expected) ? Ending::verified : endingOf(work.report().reason));
}

}  // namespace remise::drivers::disks
