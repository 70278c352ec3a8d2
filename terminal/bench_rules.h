#pragma once

#include <string>
#include <vector>

#include "server/domain/scan.h"
#include "server/domain/value.h"

/// Which machine on the benches is which unit. Each is as GET /api/v1/benches tells it. Pure.
namespace remise::terminal {

/// The machine is this unit, as a scan has said before.
bool isBenchOf(const domain::Value& bench, const domain::Value& unit);

/// The machine says of itself the serial number that the unit has.
bool isLikelyBenchOf(const domain::Value& bench, const domain::Value& unit);

/// It says another serial number than the unit has: hardly it, unless its board or its label was changed.
bool isOtherSerialThan(const domain::Value& bench, const domain::Value& unit);

/// It has not spoken for a while, though more would come of it.
bool isBenchLost(const domain::Value& bench);

/// Where hands are needed first, then what has failed, what waits, what works, and what is done.
std::vector<domain::Value> benchesByNeed(std::vector<domain::Value> benches);

/// The machines that can be this unit, the surest first: its own, those with its serial number, those of its
/// model, those of which nothing tells, those with another serial number; none that is another unit.
std::vector<domain::Value> benchesFor(const domain::Value& unit, std::vector<domain::Value> benches);

/// The scan is of the QR code on this machine's screen (ADDRESS/b/REPORT), typed on any keyboard.
bool isBenchNamed(const domain::Value& bench, const domain::Scan& scan);

}  // namespace remise::terminal
