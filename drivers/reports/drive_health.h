#pragma once

#include "drivers/reports/report.h"

namespace remise::drivers::reports {

/// What a drive's word on itself is worth to its next owner. `failing` fails the test; `worn` is a warning
/// that people weigh (workshop rules: more than 40 pending or 10 reallocated sectors); `unknown` without a
/// verdict of the drive's own, however good its numbers look.
[[nodiscard]] DriveHealth healthOf(const SelfReport&);

}  // namespace remise::drivers::reports
