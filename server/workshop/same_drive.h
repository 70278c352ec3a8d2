#pragma once

#include <cstdint>
#include <string>

#include "server/domain/value.h"

namespace remise::workshop {

/// Whether a drive that was seen can be the one that is known under its serial number: docks and makers give
/// one number to several, which differ by model or size. `known`: the drive as its unit or the ledger
/// describes it. `hasGrown`: what it was told to hide was made addressable. Nothing that is not said differs.
bool mayBeSameDrive(const std::string& model, std::int64_t bytes, const domain::Value& known,
                    bool hasGrown = false);

}  // namespace remise::workshop
