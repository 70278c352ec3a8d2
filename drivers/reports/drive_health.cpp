#include "drivers/reports/drive_health.h"

namespace remise::drivers::reports {

namespace {

/// Source: the workshop's own rule, as other refurbishers have it.
constexpr std::int64_t mostPending = 40;
constexpr std::int64_t mostReallocated = 10;
/// NVMe Base Specification, SMART log: "Percentage Used" of 100 says that the endurance its maker promised is
/// consumed, not that the drive fails. Its data still hold; it is no drive to build a new life on.
constexpr std::int64_t wholeLife = 100;

/// Any critical warning counts, heat too: the drive calls itself unfit right now, and a drive that was only
/// hot passes when it is asked again.
bool saysItFails(const SelfReport& self) {
    const bool spareIsOut =
        self.sparePercent && self.spareThreshold && *self.sparePercent < *self.spareThreshold;
    return !self.passed.value_or(true) || self.criticalWarning.value_or(0) != 0 || spareIsOut;
}

bool isWorn(const SelfReport& self) {
    return self.pending.value_or(0) > mostPending || self.reallocated.value_or(0) > mostReallocated ||
           self.wearPercent.value_or(0) >= wholeLife;
}

}  // namespace

DriveHealth healthOf(const SelfReport& self) {
    if (saysItFails(self)) return DriveHealth::failing;
    if (isWorn(self)) return DriveHealth::worn;
    const bool gaveVerdict = self.passed || self.criticalWarning;
    return gaveVerdict ? DriveHealth::ok : DriveHealth::unknown;
}

}  // namespace remise::drivers::reports
