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

/// What a drive has given back, and the kernel does not see, is still out of our reach.
void openHiddenArea(DriveWork& work, Firmware& firmware) {
    const std::uint64_t before = work.drive()->bytes();
    HiddenArea area = firmware.openHiddenArea();
    work.drive()->measure();
    const std::uint64_t wanted = before + area.sectors * work.drive()->sector();
    if (area.state == HiddenArea::State::removed && work.drive()->bytes() < wanted)
        area.state = HiddenArea::State::left;
    work.report().hidden = area;
    work.report().drive.bytes = work.drive()->bytes();
}

/// NVMe's Sanitize reaches what no namespace has, and nobody can address, as well.
bool reachesWhatIsHidden(std::optional<Method> method) {
    return method == Method::nvmeSanitizeBlock || method == Method::nvmeSanitizeCrypto;
}

/// Whether every sector that there is was erased; the reason is in the report when not.
bool isNothingHidden(DriveWork& work, std::optional<Method> method) {
    auto& hidden = work.report().hidden;
    if (!hidden || hidden->state != HiddenArea::State::left) return true;
    if (reachesWhatIsHidden(method)) {
        hidden->state = HiddenArea::State::removed;
        return true;
    }
    work.report().reason = Reason::hiddenAreaLeft;
    return false;
}

/// The first of the drive's own methods that holds what it promises. Nothing when none does; a reason in the
/// report means that there is no going on.
std::optional<Method> eraseItself(DriveWork& work, Firmware& firmware) {
    for (const Method method : firmware.methods()) {
        if (work.eraseItself(firmware, method)) return method;
        if (work.report().reason != Reason::none) return {};
    }
    return {};
}

bool overwriteAndVerify(DriveWork& work) {
    const Fill fill = fillFor(work.report().drive.medium);
    return work.overwrite(fill) && work.verify(fill);
}

/// A drive that has overwritten itself holds zeros, which need only be read; one that has not gets ours. What
/// others leave behind when they erase themselves nobody can foretell: a pass of ours comes after it.
bool finish(DriveWork& work, std::optional<Method>& method) {
    if (method != Method::ataSanitizeOverwrite) return overwriteAndVerify(work);
    if (work.verify(Fill::zeros())) return true;
    if (work.report().reason != Reason::verificationFailed) return false;
    method.reset();
    work.report().reason = Reason::none;
    return overwriteAndVerify(work);
}

}  // namespace

DriveReport eraseDrive(const Drive& drive, const EraseOrder& order, const Hooks& hooks) {
    DriveWork work(drive, order, hooks);
    if (!work.open(Access::write)) return work.end(Ending::skipped);
    std::optional<Method> method;
    if (const auto firmware = order.firmware(work.drive())) {
        work.report().drive.medium = firmware->medium().value_or(drive.medium);
        openHiddenArea(work, *firmware);
        method = eraseItself(work, *firmware);
    } else if (drive.transport == Transport::ata || drive.transport == Transport::usb) {
        work.report().hidden = HiddenArea{};  // some docks let nobody ask
    }
    const bool isErased =
        work.report().reason == Reason::none && finish(work, method) && isNothingHidden(work, method);
    if (!isErased) return work.end(endingOf(work.report().reason));
    work.report().level = method ? levelOf(*method) : Level::clear;
    return work.end(Ending::erased);
}

DriveReport verifyDrive(const Drive& drive, const Fill& expected, const EraseOrder& order,
                        const Hooks& hooks) {
    DriveWork work(drive, order, hooks);
    if (!work.open(Access::read)) return work.end(Ending::skipped);
    return work.end(work.verify(expected) ? Ending::verified : endingOf(work.report().reason));
}

}  // namespace remise::drivers::disks
