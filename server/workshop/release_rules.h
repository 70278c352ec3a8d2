#pragma once

#include <optional>
#include <string_view>

#include "drivers/reports/device_report.h"
#include "server/domain/outcome.h"
#include "server/domain/value.h"

/// When a leader may let a phone go on another tool's word: its memory is one that we cannot read
/// (docs/erasure.md, "Phones"). Pure.
namespace remise::workshop {

/// Refused (not_released, with why) unless the unit is a phone or tablet, the report is of that very device,
/// signed by a tool that the site's written rule names, says that the device is erased and that no owner's
/// lock is left. `tools`: blank-separated, in small letters.
domain::Verdict checkRelease(const drivers::reports::DeviceReport&, const domain::Value& unitState,
                             std::string_view tools);

/// What the report says of the device as a whole; nothing when it says nothing.
std::optional<drivers::reports::ToolErasure> erasureOfDevice(const drivers::reports::DeviceReport&);

/// The code of the unit's drive that is the memory of the report's device, by its number; empty when there is
/// none that may still be certified.
std::string memoryOf(const domain::Value& unitState, const drivers::reports::DeviceReport&);

}  // namespace remise::workshop
