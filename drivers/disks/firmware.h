#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "drivers/disks/drive_report.h"
#include "drivers/disks/open_drive.h"

namespace remise::drivers::disks {

/// While a drive erases itself.
struct Waiting {
    std::function<bool()> shallStop = [] { return false; };
    /// How much of it is done, of 65,536; called about once a second.
    std::function<void(unsigned)> onProgress = [](unsigned) {};
    std::chrono::milliseconds betweenLooks{1'000};
};

/// What a drive made of the command to erase itself. `done` is its word alone, to be checked by reading.
struct Attempt {
    StepResult result = StepResult::refused;
    std::string before, after;  ///< the drive's state, in its own terms
};

/// What a drive can do to itself: ATA's and NVMe's commands.
class Firmware {
public:
    virtual ~Firmware() = default;
    /// What it offers that reaches more than overwriting does, best first, for what it is.
    [[nodiscard]] virtual std::vector<Method> methods() = 0;
    /// What it says that it is, which a translation on the way may not know; nothing when it does not say.
    [[nodiscard]] virtual std::optional<Medium> medium() = 0;
    [[nodiscard]] virtual Attempt attempt(Method, const Waiting&) = 0;
    /// Makes every sector addressable again. What is `removed` shows once the drive is measured anew.
    [[nodiscard]] virtual HiddenArea openHiddenArea() = 0;
    /// Its security commands are locked until it has been without power: the computer's firmware does so.
    [[nodiscard]] virtual bool isFrozen() = 0;
};

/// Of the drive that is open; nothing for one that has no such commands.
[[nodiscard]] std::unique_ptr<Firmware> firmwareOf(const std::shared_ptr<OpenDrive>&);

}  // namespace remise::drivers::disks
