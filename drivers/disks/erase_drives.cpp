#include "drivers/disks/erase_drives.h"

#include <algorithm>
#include <mutex>
#include <thread>

#include "drivers/disks/erase_drive.h"
#include "server/domain/serials.h"

namespace remise::drivers::disks {
namespace {

/// From many threads, one call at a time.
Hooks oneAtATime(const Hooks& hooks, std::mutex& mutex) {
    Hooks guarded;
    guarded.shallStop = [&] {
        const std::scoped_lock lock(mutex);
        return hooks.shallStop();
    };
    guarded.onProgress = [&](const Progress& progress) {
        const std::scoped_lock lock(mutex);
        hooks.onProgress(progress);
    };
    return guarded;
}

bool isCalled(const Drive& drive, std::string_view serial) {
    return domain::normaliseSerial(drive.identity.serial) == domain::normaliseSerial(serial);
}

Drive missing(const std::string& serial) {
    Drive drive;
    drive.identity.serial = serial;
    drive.excluded = Reason::notFound;
    return drive;
}

/// Those of the order, in its order, then the machine's others.
std::vector<Drive> drivesFor(const EraseOrder& order) {
    const std::vector<Drive> found = findDrives(order.look);
    std::vector<Drive> drives;
    for (const std::string& serial : order.serials) {
        const auto one =
            std::ranges::find_if(found, [&](const Drive& drive) { return isCalled(drive, serial); });
        drives.push_back(one == found.end() ? missing(serial) : *one);
    }
    for (Drive drive : found) {
        const bool isAsked = std::ranges::any_of(
            order.serials, [&](const std::string& serial) { return isCalled(drive, serial); });
        const bool isOurs = drive.excluded == Reason::removable || drive.excluded == Reason::bootMedium;
        if (isAsked || isOurs) continue;
        if (drive.excluded == Reason::none) drive.excluded = Reason::notInJob;
        drives.push_back(std::move(drive));
    }
    return drives;
}

/// One whose best is a command that its computer has locked.
bool needsThawing(const Drive& drive, const EraseOrder& order) {
    const Opening opening = openDrive(drive, Access::write, order.look.kernel);
    const auto firmware = opening.drive ? order.firmware(opening.drive) : nullptr;
    if (!firmware || !firmware->isFrozen()) return false;
    const auto methods = firmware->methods();
    return !methods.empty() && methods.front() == Method::ataSecurityErase;
}

void thaw(const EraseOrder& order) {
    const auto drives = drivesFor(order);
    if (std::ranges::any_of(drives, [&](const Drive& drive) { return needsThawing(drive, order); }))
        order.sleep();
}

template <typename Deed>
std::vector<DriveReport> withEach(const EraseOrder& order, const Hooks& hooks, Deed deed) {
    const std::vector<Drive> drives = drivesFor(order);
    std::mutex mutex;
    const Hooks guarded = oneAtATime(hooks, mutex);
    std::vector<DriveReport> reports(drives.size());
    std::vector<std::thread> threads;
    for (std::size_t n = 0; n < drives.size(); ++n)
        threads.emplace_back([&, n] { reports[n] = deed(drives[n], guarded); });
    for (std::thread& thread : threads)
        thread.join();
    return reports;
}

}  // namespace

std::vector<DriveReport> eraseDrives(const EraseOrder& order, const Hooks& hooks) {
    thaw(order);
    return withEach(order, hooks, [&](const Drive& drive, const Hooks& guarded) {
        return eraseDrive(drive, order, guarded);
    });
}

std::vector<DriveReport> verifyDrives(const EraseOrder& order, const Expected& expected, const Hooks& hooks) {
    return withEach(order, hooks, [&](const Drive& drive, const Hooks& guarded) {
        const auto fill =
            std::ranges::find_if(expected, [&](const auto& one) { return isCalled(drive, one.first); });
        return verifyDrive(drive, fill == expected.end() ? Fill::anyUniform() : fill->second, order, guarded);
    });
}

}  // namespace remise::drivers::disks
