#include "labels/remise_label/wait.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

#include "drivers/printers/printers.h"
#include "drivers/usb/watch.h"

namespace remise::labels::cli {
namespace {

/// One that was pulled out since it was found is not.
bool isReady(const drivers::PrinterIdentity& identity) {
    try {
        return drivers::openPrinter(identity.id)->status().state == drivers::PrinterState::ready;
    } catch (const drivers::NoSuchPrinter&) {
        return false;
    }
}

}  // namespace

/// Whoever plugs in a printer is told at once; whoever closes a lid, at the next look.
void awaitReadyPrinter() {
    constexpr std::chrono::milliseconds betweenLooks{250};
    std::mutex guard;
    std::condition_variable changed;
    bool hasChanged = false;
    const drivers::usb::Watch watch([&] {
        const std::lock_guard held(guard);
        hasChanged = true;
        changed.notify_one();
    });
    while (!std::ranges::any_of(drivers::findPrinters(), isReady)) {
        std::unique_lock held(guard);
        changed.wait_for(held, betweenLooks, [&] { return hasChanged; });
        hasChanged = false;
    }
}

}  // namespace remise::labels::cli
